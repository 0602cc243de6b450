/** The page of a list as its address has it, from 1; whatever is no such number is the first. */
export function pageNumber(text: unknown): number {
  const page = typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : 1;
  return Math.max(1, page);
}
