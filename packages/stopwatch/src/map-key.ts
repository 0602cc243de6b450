/**
 * A map name for comparing: headers, file names and webhooks differ in case, stray spaces and in how
 * Unicode writes a letter with an accent.
 */
export function mapKey(map: string): string {
  return map.trim().normalize("NFC").toLowerCase();
}
