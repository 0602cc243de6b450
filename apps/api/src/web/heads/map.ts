import { type Database, mapDetail } from "@slomix/db";
import type { Head } from "../head.ts";

/** `/maps/:map` */
export async function mapHead(db: Database, name: string): Promise<Head | null> {
  // PostgreSQL can store neither control characters nor halves of surrogate pairs.
  if (name === "" || name.length > 64 || /[\p{Cc}\p{Surrogate}]/u.test(name)) return null;
  const map = await mapDetail(db, name);
  if (!map) return null;
  const { reached, rounds } = map.first;
  const through = rounds > 0 ? ` ${reached} of ${rounds} first attacks came through.` : "";
  return {
    title: `${map.map} · Slomix`,
    description: `${map.map}: ${map.matches} matches in ${map.sessions} sessions.${through}`,
    module: "src/pages/map/map-page.tsx",
    reads: [`/api/maps/${encodeURIComponent(name.toLowerCase())}`],
    status: 200,
  };
}
