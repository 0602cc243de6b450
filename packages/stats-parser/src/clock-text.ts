/** No stopwatch limit is anywhere near a day; longer readings are garbage. */
const LONGEST_SECONDS = 86_400;

/**
 * Reads a time limit of the stats header, in seconds. `M:SS` (seconds 00–59), decimal minutes
 * (`20.00`) and whole seconds are read; zero, empty and anything else is unknown (null), never 0 s.
 */
export function readClock(text: string): number | null {
  const seconds = clockSeconds(text.trim());
  return seconds !== null && seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : null;
}

function clockSeconds(text: string): number | null {
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (/^\d{1,6}\.\d{1,9}$/.test(text)) return Math.round(Number(text) * 60_000) / 1000;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** Header field 9 in seconds. */
export interface Playtime {
  /** Null when absent, not a number or not above 0. */
  readonly seconds: number | null;
  /** A number, but at most 0: the round's end was never recorded, so the round was aborted. */
  readonly notPositive: boolean;
}

/**
 * Reads the measured play time of the stats header (field 9). The writer prints milliseconds; some
 * old files hold whole seconds. Above 10 000, or more than 60 s beyond the time limit: milliseconds.
 */
export function readPlaytime(text: string | null, timeLimitSeconds: number | null): Playtime {
  if (text === null || !/^-?\d{1,15}(\.\d{1,9})?$/.test(text.trim())) {
    return { seconds: null, notPositive: false };
  }
  const value = Number(text);
  if (value <= 0) return { seconds: null, notPositive: true };
  const milliseconds =
    value > 10_000 || (timeLimitSeconds !== null && value > timeLimitSeconds + 60);
  return { seconds: milliseconds ? value / 1000 : value, notPositive: false };
}
