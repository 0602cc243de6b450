// Checks that the workspace keeps to its layers: who imports whom, and that pure packages are
// pure. Prints what does not; exit status 1 then.
import { dirname } from "node:path";
import { checkDependencies } from "./dependencies/check.mjs";
import { LAYERS } from "./dependencies/layers.mjs";

const problems = checkDependencies(dirname(import.meta.dirname), LAYERS);
for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;
