import type { ExitStatus } from "../command-error.ts";
import { readDemoFile } from "../demo/demo-file.ts";
import { describeDemo } from "../demo/info-view.ts";
import { orRefusal } from "../demo/refusal.ts";
import { sayDamage } from "../demo/say-damage.ts";
import type { Context } from "../program.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `slomix demo info FILE`: what a recording is; 1 when it is damaged. */
export async function demoInfo(
  { terminal }: Context,
  [file = ""]: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<ExitStatus> {
  return orRefusal(file, json, terminal, () => tellInfo(file, json, terminal));
}

async function tellInfo(
  file: string,
  json: boolean | undefined,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { demo, warnings } = await readDemoFile(file, terminal, { events: false });
  if (json) {
    const { events: _, hits: __, counts, ...about } = demo;
    const { messages, gamestates, snapshots, commands } = counts;
    const parts = about.parts.map(({ configStrings, ...part }) => ({
      ...part,
      configStrings: configStrings.size,
    }));
    const held = { messages, gamestates, snapshots, commands };
    await terminal.print(JSON.stringify({ file, ...about, parts, counts: held, warnings }));
  } else await terminal.print(describeDemo(file, demo, warnings, terminal));
  return sayDamage(file, demo, terminal);
}
