import { join } from "node:path";
import type { SceneSetting } from "./scene.ts";

/** The made demo among the samples of this repository. */
export const SAMPLE = join(import.meta.dirname, "../../../../samples/demos/supply.dm_84");

/** The round that it shows. */
export const SAMPLE_SETTING: SceneSetting = { seconds: 40 };
