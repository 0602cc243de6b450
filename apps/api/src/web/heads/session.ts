import { type Database, sessionSummary } from "@slomix/db";
import type { Head } from "../head.ts";
import { scoreLine, sessionLine } from "./session-words.ts";

/** `/sessions/:id` */
export async function sessionHead(db: Database, id: string): Promise<Head | null> {
  if (!/^(?:last|\d{1,10})$/.test(id)) return null;
  const session = await sessionSummary(db, id === "last" ? "last" : Number(id));
  if (!session) return null;
  return {
    title: `${scoreLine(session)} · Slomix`,
    description: sessionLine(session),
    module: "src/pages/session/session-page.tsx",
    reads: [`/api/sessions/${id}/report`],
    status: 200,
  };
}
