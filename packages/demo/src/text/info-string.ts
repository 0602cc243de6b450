/**
 * The keys and values of `\key\value\key\value`; the leading backslash may be missing. Keys are in lower
 * case, as the game tells them apart without regard to it; of one that comes twice the first counts.
 */
export function infoOf(text: string): Map<string, string> {
  const info = new Map<string, string>();
  const parts = text.split("\\");
  if (parts[0] === "") parts.shift();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const key = (parts[at] ?? "").toLowerCase();
    if (!info.has(key)) info.set(key, parts[at + 1] ?? "");
  }
  return info;
}
