import type { ExitStatus } from "../command-error.ts";
import { readDemoFile } from "../demo/demo-file.ts";
import { describeEvents } from "../demo/events-view.ts";
import { orRefusal } from "../demo/refusal.ts";
import { sayDamage } from "../demo/say-damage.ts";
import type { Context } from "../program.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `slomix demo events FILE`: what happens in a recording; 1 when it is damaged. */
export async function demoEvents(
  { terminal }: Context,
  [file = ""]: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<ExitStatus> {
  return orRefusal(file, json, terminal, () => tellEvents(file, json, terminal));
}

async function tellEvents(
  file: string,
  json: boolean | undefined,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { demo, warnings } = await readDemoFile(file, terminal);
  if (json) {
    const { protocol, mod, modVersion, map, recorder, durationMs, end, damage } = demo;
    const { firstServerTime, lastServerTime, events, hits, counts } = demo;
    const players = demo.players.map(({ client, name, team }) => ({ client, name, team }));
    const about = { file, protocol, mod, modVersion, map, recorder, durationMs };
    const range = { firstServerTime, lastServerTime, end, damage, warnings };
    await terminal.print(JSON.stringify({ ...about, ...range, players, events, hits, counts }));
  } else await terminal.print(describeEvents(demo, warnings, terminal));
  return sayDamage(file, demo, terminal);
}
