import { type Demo, describeError } from "@slomix/demo";
import type { ExitStatus } from "../command-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Says on stderr where a recording is damaged; the status that reading it ends with. */
export function sayDamage(
  file: string,
  { damage }: Demo,
  terminal: Pick<Terminal, "say">,
): ExitStatus {
  if (damage === null) return 0;
  terminal.say(`slomix: ${printable(`${file}: read up to here: ${describeError(damage)}`)}`);
  return 1;
}
