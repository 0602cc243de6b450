import { count, span } from "./figures.ts";
import type { Palette } from "./palette.ts";
import { shorten, width } from "./shorten.ts";

/** Where long work stands. `total` is null while nobody knows it. */
export interface ProgressState {
  readonly done: number;
  readonly total: number | null;
  /** Things a second over the last stretch; null before the first are done. */
  readonly rate: number | null;
  /** Said at the end of the line, e.g. how many failed. */
  readonly note?: string;
}

const fullBar = 24;

/** The words of a progress line, most important first. */
function parts(state: ProgressState): string[] {
  const { done, total, rate } = state;
  const words: string[] = [];
  if (total === null) words.push(count(done));
  else words.push(`${count(done)} of ${count(total)}`);
  if (rate !== null && rate > 0) {
    words.push(`${count(rate < 10 ? Math.max(1, rate) : rate)}/s`);
    if (total !== null && done < total)
      words.push(`${span(Math.ceil((total - done) / rate))} left`);
  }
  if (state.note) words.push(state.note);
  return words;
}

/** One line for a log: `Importing: 1200 of 6912 (17 %), 310/s, 18 s left`. */
export function progressText(label: string, state: ProgressState): string {
  const [first = "", ...rest] = parts(state);
  const share =
    state.total === null || state.total === 0
      ? ""
      : ` (${Math.floor((100 * state.done) / state.total)} %)`;
  return `${label}: ${[first + share, ...rest].join(", ")}`;
}

/** One line for a terminal of `columns`: label, bar, percent, words; what has no room is left out. */
export function progressBar(
  label: string,
  state: ProgressState,
  columns: number,
  palette: Palette,
): string {
  const share = state.total ? Math.min(1, state.done / state.total) : null;
  const percent = share === null ? "" : `${String(Math.floor(share * 100)).padStart(3)} %`;
  let words = parts(state);
  const text = () => words.join("  ");
  const room = () => columns - 1 - width(`${label}  ${percent}  ${text()}`) - 2;
  while (words.length > 1 && room() < 8) words = words.slice(0, -1);
  const bar = Math.min(fullBar, room());
  if (share === null || bar < 4) return shorten(`${label} ${percent} ${text()}`, columns - 1);
  const eighths = Math.round(share * bar * 8);
  const filled = "█".repeat(Math.floor(eighths / 8)) + (" ▏▎▍▌▋▊▉"[eighths % 8] ?? "").trim();
  const rest = "░".repeat(Math.max(0, bar - width(filled)));
  return `${label}  ${palette.good(filled)}${palette.quiet(rest)}  ${percent}  ${text()}`;
}

/**
 * How fast things get done: over the last `windowMs`, so that a slow start does not spoil the guess
 * for long. Feed it with a clock's milliseconds.
 */
export function rateMeter(windowMs = 15_000): (atMs: number, done: number) => number | null {
  const samples: { at: number; done: number }[] = [];
  return (at, done) => {
    samples.push({ at, done });
    while (samples.length > 2 && at - (samples[1]?.at ?? at) >= windowMs) samples.shift();
    const first = samples[0];
    if (first === undefined || at <= first.at || done <= first.done) return null;
    return ((done - first.done) * 1000) / (at - first.at);
  };
}
