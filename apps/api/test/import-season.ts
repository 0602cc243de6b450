// Run by season-folder.ts: imports evenings of the sample season into the folder given.
import { connect, ingest } from "@slomix/db";
import { seasonFiles } from "../../../packages/db/test/sample-files.ts";

const db = await connect(process.argv[2] ?? "memory:");
await ingest(db, seasonFiles(4));
await db.close();
