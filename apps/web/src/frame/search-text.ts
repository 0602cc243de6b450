/**
 * The state of a page as its address has it: plain text, not JSON, so that a link reads well. Of a
 * name that stands twice the last counts; each page checks what it takes.
 */
export function readSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The part of an address behind the path. What is undefined or empty is not in it. */
export function writeSearch(state: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(state))
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
