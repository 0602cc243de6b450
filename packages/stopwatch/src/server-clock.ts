const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The clock on the game server's wall. Stamps in file names show it without a zone; they are held
 * here as the ms they would be in UTC ("naive"). Instants are unix ms.
 */
export interface ServerClock {
  /**
   * The instants at which the clock showed this stamp, ascending: two in the hour that autumn
   * repeats, else one. A stamp in the hour that spring skips is read on the clock of before.
   */
  readings(naiveMs: number): readonly number[];
  /** What the clock shows at an instant, as naive ms. */
  showsMs(instantMs: number): number;
}

/** A clock that stands at a fixed distance from UTC (minutes, east positive). */
export function offsetClock(offsetMinutes: number): ServerClock {
  const offset = offsetMinutes * MINUTE;
  return {
    readings: (naive) => [naive - offset],
    showsMs: (instant) => instant + offset,
  };
}

/**
 * A clock that was turned once, forward or back, in the middle of a night. All values naive ms or
 * ms: stamps below `fromMs` belong to the offset before, stamps from `toMs` on to the offset after,
 * and what lies between may be either (nothing does where the clock went forward).
 */
export function turnedClock(
  beforeMs: number,
  afterMs: number,
  fromMs: number,
  toMs: number,
): ServerClock {
  const turn = toMs - beforeMs;
  return {
    readings(naive) {
      if (naive < fromMs) return [naive - beforeMs];
      if (naive >= toMs) return [naive - afterMs];
      return [naive - beforeMs, naive - afterMs];
    },
    showsMs: (instant) => instant + (instant < turn ? beforeMs : afterMs),
  };
}

/** Whether this is a zone that the runtime knows (IANA name such as `Europe/Ljubljana`). */
export function isServerZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Zones change by law; outside these years the nearest known rule is used. */
const FIRST = Date.UTC(1971, 0);
const LAST = Date.UTC(2100, 0);

const clocks = new Map<string, ServerClock>();

/**
 * The clock of an IANA zone. Throws a RangeError for a zone that the runtime does not know: test
 * with {@link isServerZone} where the name comes from outside.
 */
export function zoneClock(zone: string): ServerClock {
  const known = clocks.get(zone);
  if (known) return known;
  const offsetAt = zoneOffsets(zone);
  const clock: ServerClock = {
    readings(naive) {
      const before = offsetAt(naive - DAY);
      const after = offsetAt(naive + DAY);
      if (before === after) return [naive - before];
      const hits = [naive - before, naive - after].filter((t) => offsetAt(t) === naive - t);
      return hits.length > 0 ? hits : [naive - before];
    },
    showsMs: (instant) => instant + offsetAt(instant),
  };
  clocks.set(zone, clock);
  return clock;
}

/**
 * Offset from UTC (ms) at an instant. Asking the runtime is slow, so a day whose two ends agree is
 * asked for only once; quarter hours are asked for on the two days a year on which a zone turns.
 */
function zoneOffsets(zone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const ask = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
  const asked = new Map<number, number>();
  const at = (instant: number): number => {
    let offset = asked.get(instant);
    if (offset === undefined) {
      offset = ask(instant);
      asked.set(instant, offset);
    }
    return offset;
  };
  return (instantMs) => {
    const instant = Math.min(Math.max(instantMs, FIRST), LAST);
    const day = Math.floor(instant / DAY) * DAY;
    const offset = at(day);
    return offset === at(day + DAY) ? offset : at(Math.floor(instant / QUARTER) * QUARTER);
  };
}

/** Naive ms as a file name writes them: `YYYY-MM-DD` and `HHMMSS`. */
export function stampText(naiveMs: number): { readonly date: string; readonly time: string } {
  const iso = new Date(naiveMs).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 19).replaceAll(":", "") };
}
