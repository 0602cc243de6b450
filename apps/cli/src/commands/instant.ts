import { usageError } from "../command-error.ts";

/**
 * An instant as somebody writes it: a date (its end, UTC) or an ISO 8601 instant. Unix ms.
 *
 * @throws a usage error that names the option
 */
export function instant(option: string, text: string): number {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(whole) ? Date.parse(whole) : Number.NaN;
  if (Number.isNaN(at))
    throw usageError(`${option} takes a date or an instant like 2026-01-31T22:00Z, not “${text}”`);
  return at;
}
