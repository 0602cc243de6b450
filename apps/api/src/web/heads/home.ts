import { type Database, listSessions } from "@slomix/db";
import type { Head } from "../head.ts";
import { scoreLine, sessionLine } from "./session-words.ts";

/** `/` */
export async function homeHead(db: Database): Promise<Head> {
  const { sessions } = await listSessions(db, { limit: 1, offset: 0 });
  const [last] = sessions;
  return {
    title: "Slomix",
    description: last
      ? `Played last: ${scoreLine(last)}. ${sessionLine(last)}`
      : "Stopwatch sessions of Wolfenstein: Enemy Territory.",
    module: "src/pages/home/home-page.tsx",
    reads: ["/api/sessions/last/report", "/api/activity"],
    status: 200,
  };
}
