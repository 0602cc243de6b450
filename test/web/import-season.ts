// Run by setup.ts and screenshots.ts: imports the sample season into the folder given.
import { connect, ingest } from "../../packages/db/src/index.ts";
import { seasonFiles } from "../../packages/db/test/sample-files.ts";

const db = await connect(process.argv[2] ?? "memory:");
await ingest(db, seasonFiles());
await db.close();
