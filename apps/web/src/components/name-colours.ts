/** The style of a stretch: the character behind the caret picks one of 32 colours, none is white. */
export function colourClass(code: string | null): string {
  return code === null || code === "*" ? "et-7" : `et-${(code.charCodeAt(0) - 48) & 31}`;
}
