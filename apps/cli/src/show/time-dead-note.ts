/** From when on time dead is known, as a line below a table with numbers made of it; none if always. */
export function timeDeadNote(since: string | null): string[] {
  return since === null
    ? []
    : [`Time dead is measured since ${since}; older files do not tell it.`];
}
