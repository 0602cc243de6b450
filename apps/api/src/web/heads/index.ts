import type { Database } from "@slomix/db";
import type { Head } from "../head.ts";
import { aboutHead } from "./about.ts";
import { badgesHead } from "./badges.ts";
import { compareHead } from "./compare.ts";
import { homeHead } from "./home.ts";
import { leaderboardsHead } from "./leaderboards.ts";
import { mapHead } from "./map.ts";
import { mapsHead } from "./maps.ts";
import { matchHead } from "./match.ts";
import { notFoundHead } from "./not-found.ts";
import { playerHead } from "./player.ts";
import { playersHead } from "./players.ts";
import { sessionHead } from "./session.ts";
import { sessionsHead } from "./sessions.ts";

/** The head of a page, from what its address names; null: it names nothing. */
type HeadOf = (db: Database, name: string) => Promise<Head | null> | Head;

/** Each page's address, as the web page's router has it. */
const pages: readonly (readonly [RegExp, HeadOf])[] = [
  [/^\/$/, homeHead],
  [/^\/sessions$/, sessionsHead],
  [/^\/sessions\/([^/]+)$/, sessionHead],
  [/^\/matches\/([^/]+)$/, matchHead],
  [/^\/players$/, playersHead],
  [/^\/players\/([^/]+)$/, playerHead],
  [/^\/leaderboards$/, leaderboardsHead],
  [/^\/maps$/, mapsHead],
  [/^\/maps\/([^/]+)$/, mapHead],
  [/^\/badges$/, badgesHead],
  [/^\/compare$/, compareHead],
  [/^\/about$/, aboutHead],
];

/** The head of the page at this path. */
export async function headOf(db: Database, path: string): Promise<Head> {
  const plain = path.length > 1 ? path.replace(/\/$/, "") : path;
  for (const [pattern, head] of pages) {
    const found = pattern.exec(plain);
    if (found) return (await head(db, decoded(found[1] ?? ""))) ?? notFoundHead;
  }
  return notFoundHead;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
