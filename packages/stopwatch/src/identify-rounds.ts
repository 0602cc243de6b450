import { type IdentityRound, listed, separatePlayers, sharedGuids } from "./identity.ts";
import type { PairedRound } from "./paired-round.ts";

/**
 * Gives humans who share a GUID8 identities of their own, alike in all rounds of a stretch: who shares
 * it in one round may stand alone with it in the next. `rounds` are those of one stretch.
 */
export function identifyRounds(rounds: readonly PairedRound[]): readonly PairedRound[] {
  const telemetryOf = new Map(rounds.map((round) => [round.key, round.telemetry]));
  const identities = rounds.map(
    ({ stats, telemetry, partner }): IdentityRound => ({
      players: stats.players,
      telemetry,
      partnerTelemetry: (partner === null ? null : telemetryOf.get(partner)) ?? null,
    }),
  );
  const shared = sharedGuids(identities);
  if (shared.size === 0) return rounds;
  const everybody = rounds.flatMap((round) => listed(round.telemetry));
  return rounds.map((round, index) => {
    const { players } = round.stats;
    const separate = separatePlayers(identities[index] as IdentityRound, shared, everybody);
    return separate === players
      ? round
      : { ...round, stats: { ...round.stats, players: separate } };
  });
}
