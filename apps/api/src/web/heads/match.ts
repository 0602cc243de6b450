import { type Database, matchSummary } from "@slomix/db";
import type { Head } from "../head.ts";
import { dayInWords } from "./session-words.ts";

/** `/matches/:matchId` */
export async function matchHead(db: Database, matchId: string): Promise<Head | null> {
  // PostgreSQL can store neither control characters nor halves of surrogate pairs.
  if (matchId === "" || matchId.length > 128 || /[\p{Cc}\p{Surrogate}]/u.test(matchId)) return null;
  const match = await matchSummary(db, matchId);
  if (!match) return null;
  const day = dayInWords(match.date);
  return {
    title: `${match.map}, ${day} · Slomix`,
    description: `${match.map} on ${day}: ${match.rounds === 1 ? "one round" : "both rounds"}, ${match.players} players, every number.`,
    module: "src/pages/match/match-page.tsx",
    reads: [`/api/matches/${encodeURIComponent(matchId)}`],
    status: 200,
  };
}
