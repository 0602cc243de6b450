import { processSurroundings } from "./process.ts";
import { run } from "./run.ts";

const status = await run(process.argv.slice(2), processSurroundings());
process.exit(status);
