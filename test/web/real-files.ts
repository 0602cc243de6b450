import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, ingest } from "../../packages/db/src/index.ts";

/** Beside the checkout: files of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../shared/data/real");

/** Whether the files are on this machine. */
export const hasRealFiles = existsSync(join(FOLDER, "stats"));

/** Imports the stats files of real servers and the match reports of a league into a database folder. */
export async function importRealFiles(folder: string): Promise<void> {
  const db = await connect(folder);
  const files = ["stats", "match-reports"].flatMap((part) =>
    readdirSync(join(FOLDER, part)).map((name) => ({
      name,
      path: `${part}/${name}`,
      bytes: new Uint8Array(readFileSync(join(FOLDER, part, name))),
    })),
  );
  await ingest(db, files, { settings: { serverZone: "Europe/Ljubljana" } });
  await db.close();
}
