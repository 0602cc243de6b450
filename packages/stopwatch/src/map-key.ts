/** A map name for comparing: headers, file names and webhooks differ in case and stray spaces. */
export function mapKey(map: string): string {
  return map.trim().toLowerCase();
}
