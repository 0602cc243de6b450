import type { Demo } from "../demo.ts";
import { type DemoResult, failed } from "../result.ts";

/**
 * A moment of a recording: milliseconds since its first snapshot, all its maps one behind the other, or
 * a server time in milliseconds.
 */
export type Moment = { readonly elapsedMs: number } | { readonly serverTime: number };

/** A stretch of one map, in its server time. */
export interface Stretch {
  /** Which map, from 0. */
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** `12`, `12.5` seconds, `1:05`, `1:02:03` since the first snapshot, or `@179566150`, a server time in ms. */
export function parseMoment(text: string): DemoResult<Moment> {
  const wrong = () =>
    failed(
      "bad_range",
      `a moment is seconds (12.5), m:ss (1:05) or @ and a server time in ms, not “${text}”`,
    );
  const server = /^@(-?\d{1,10})$/.exec(text);
  if (server !== null) return { ok: true, value: { serverTime: Number(server[1]) }, warnings: [] };
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,5}):(?=\d\d))?(\d{1,7}(?:\.\d{1,3})?)$/.exec(text);
  if (match === null) return wrong();
  const [, hours = "0", minutes = "0", seconds = "0"] = match;
  if (match[2] !== undefined && Number(seconds) >= 60) return wrong();
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { ok: true, value: { elapsedMs: Math.round(all * 1000) }, warnings: [] };
}

/** Where in a recording the stretch between two moments lies; an error names what there is. */
export function stretchOf(demo: Demo, from: Moment, to: Moment): DemoResult<Stretch> {
  const parts = demo.parts.flatMap(({ map, firstServerTime, lastServerTime }, part) =>
    firstServerTime === null || lastServerTime === null
      ? []
      : [{ map, part, first: firstServerTime, last: lastServerTime }],
  );
  let elapsed = 0;
  const ranges: string[] = [];
  const found: { begins: number[]; ends: number[] } = { begins: [], ends: [] };
  const at: { from: number; to: number }[] = [];
  for (const { map, first, last } of parts) {
    const timeOf = (moment: Moment) =>
      "serverTime" in moment ? moment.serverTime : first + moment.elapsedMs - elapsed;
    const times = { from: timeOf(from), to: timeOf(to) };
    const holds = (time: number) => time >= first && time <= last;
    if (holds(times.from)) found.begins.push(at.length);
    if (holds(times.to)) found.ends.push(at.length);
    at.push(times);
    const end = elapsed + Math.max(0, last - first);
    ranges.push(`${map} ${clock(elapsed)} to ${clock(end)} (@${first} to @${last})`);
    elapsed = end;
  }
  const there = `the demo has ${ranges.join(", then ") || "no snapshots"}`;
  const index = found.begins.find((part) => found.ends.includes(part));
  const [part, times] = [parts[index ?? -1], at[index ?? -1]];
  if (part !== undefined && times !== undefined) {
    if (times.from > times.to) return failed("bad_range", "the cut ends before it begins");
    return { ok: true, value: { part: part.part, ...times }, warnings: [] };
  }
  if (found.begins.length > 0 && found.ends.length > 0)
    return failed("map_change", `a cut cannot go across a change of map; ${there}`);
  return failed("out_of_range", `the cut reaches beyond the demo; ${there}`);
}

/** `m:ss.mmm`. */
function clock(ms: number): string {
  const seconds = (ms % 60_000) / 1000;
  return `${Math.floor(ms / 60_000)}:${seconds < 10 ? "0" : ""}${seconds.toFixed(3)}`;
}
