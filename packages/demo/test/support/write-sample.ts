// Writes samples/demos/supply.dm_84 anew: pnpm sample
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SAMPLE, SAMPLE_SETTING } from "./sample.ts";
import { buildScene } from "./scene.ts";

mkdirSync(dirname(SAMPLE), { recursive: true });
writeFileSync(SAMPLE, buildScene(SAMPLE_SETTING).bytes);
