/**
 * Whether a player line is a bot's: its GUID starts with `OMNIBOT`, or it has no hexadecimal GUID
 * and its clean name starts with `[BOT]` (any case). A hexadecimal GUID is a human whatever his name.
 */
export function isBot(guid: string, cleanName: string): boolean {
  if (guid.startsWith("OMNIBOT")) return true;
  return !isHexadecimal(guid) && hasBotName(cleanName);
}

/** Whether a clean name carries the prefix that bots are given. */
export function hasBotName(cleanName: string): boolean {
  return cleanName.charCodeAt(0) === 0x5b && /^\[bot\]/i.test(cleanName);
}

/** Whether the text is one or more hexadecimal digits. */
export function isHexadecimal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code >= 0x30 && code <= 0x39;
    const letter = (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
    if (!digit && !letter) return false;
  }
  return text !== "";
}
