import { METRICS, type MetricKey } from "./metrics.ts";

/**
 * A metric's value as players read it: `1.80`, `33.3 %`, `12 345`, `1:02:05`. The same text
 * everywhere; thousands are parted by a narrow no-break space.
 */
export function formatMetric(key: MetricKey, value: number): string {
  const { format, decimals } = METRICS[key];
  if (format === "duration") return formatDuration(value);
  const text = formatNumber(value, decimals);
  return format === "percent" ? `${text} %` : text;
}

/** A number with fixed decimals and parted thousands. */
export function formatNumber(value: number, decimals: number): string {
  const [whole = "0", fraction] = value.toFixed(decimals).split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** Seconds as `m:ss`, from an hour up as `h:mm:ss`. */
export function formatDuration(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
