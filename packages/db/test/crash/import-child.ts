// An import in a process of its own, to be killed: `import-child.ts TARGET EVENINGS`. Says `open`
// when the import begins and `done` with the report when it is through.
import { connect, DatabaseError, ingest } from "../../src/index.ts";
import { seasonFiles } from "../sample-files.ts";

const [target = "", evenings = "1"] = process.argv.slice(2);
try {
  const files = seasonFiles(Number(evenings));
  const db = await connect(target);
  process.stdout.write("open\n");
  const { warnings: _, ...report } = await ingest(db, files, { batchSize: 60 });
  await db.close();
  process.stdout.write(`done ${JSON.stringify(report)}\n`);
} catch (error) {
  const code = error instanceof DatabaseError ? error.code : "unexpected";
  process.stdout.write(`failed ${code} ${(error as Error).message}\n`);
  process.exitCode = 1;
}
