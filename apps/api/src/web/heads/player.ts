import { type Database, playerProfile } from "@slomix/db";
import type { Head } from "../head.ts";

/** `/players/:guid` */
export async function playerHead(db: Database, guid: string): Promise<Head | null> {
  if (!/^[0-9A-Za-z]{1,40}$/.test(guid)) return null;
  const player = await playerProfile(db, guid.toUpperCase());
  if (!player) return null;
  const { rounds, dpm, kdRatio } = player.totals;
  return {
    title: `${player.name} · Slomix`,
    description: `${rounds} rounds in ${player.sessions} sessions, ${Math.round(dpm)} damage a minute, ${kdRatio.toFixed(2)} kills a death.`,
    module: "src/pages/player/player-page.tsx",
    reads: [`/api/players/${guid}`],
    status: 200,
  };
}
