/** A team of a session: its people, whichever side they are on. */
export type TeamSlot = "A" | "B";

/** The name of a team; without one its letter has to do. */
export function teamName(teamNames: readonly string[], slot: TeamSlot): string {
  return teamNames[slot === "A" ? 0 : 1]?.trim() || `Team ${slot}`;
}

/** The other team. */
export const otherTeam = (slot: TeamSlot): TeamSlot => (slot === "A" ? "B" : "A");
