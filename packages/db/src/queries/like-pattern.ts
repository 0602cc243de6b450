/** Text as a LIKE pattern that means itself: a player may be called `100%_`. For `like … escape '\'`. */
export function literalPattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
