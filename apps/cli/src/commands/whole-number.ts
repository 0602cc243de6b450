import { usageError } from "../command-error.ts";

/**
 * A whole number from 1 on out of an option.
 *
 * @throws {CommandError} status 2
 */
export function wholeNumber(option: string, text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1) throw usageError(`${option} must be a whole number from 1 on, not “${text}”`);
  return value;
}
