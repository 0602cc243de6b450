import { usageError } from "../command-error.ts";

/**
 * A gaming session as somebody names it: its number, or `last`.
 *
 * @throws {CommandError} status 2
 */
export function sessionOperand(which: string): number | "last" {
  if (which === "last") return which;
  if (/^\d{1,9}$/.test(which)) return Number(which);
  throw usageError(`a session is a number or last, not “${which}”`);
}
