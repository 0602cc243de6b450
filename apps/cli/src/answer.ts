import type { Answer } from "@slomix/analytics";
import { CommandError } from "./command-error.ts";

/** Problems that lie in how somebody asked; the others lie in what was played. */
const asked: ReadonlySet<string> = new Set([
  "bad_period",
  "bad_players",
  "empty_lineup",
  "player_in_both",
]);

/**
 * The value of an answer; its problem becomes the run's sentence.
 *
 * @throws {CommandError}
 */
export function answered<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  const { code, message } = answer.problem;
  throw new CommandError(code, message, asked.has(code) ? 2 : 1);
}
