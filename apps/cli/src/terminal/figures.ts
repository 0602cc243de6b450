/** What stands where nothing was measured. */
const unknown = "–";

/** A count with a space at each thousand from 10 000 on: `9999`, `38 611`. */
export function count(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, " ");
  return value < 0 && grouped !== "0" ? `-${grouped}` : grouped;
}

/** A number with this many decimals. */
export function decimal(value: number | null | undefined, places: number): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? unknown
    : value.toFixed(places);
}

/** Seconds as the game's clock shows them: `m:ss`, cut to whole seconds. */
export function clock(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return unknown;
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A length of time in words, seconds in: `0.4 s`, `8 s`, `2 min 5 s`, `1 h 20 min`. */
export function span(seconds: number): string {
  if (seconds > 0 && seconds < 9.95 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)} s`;
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 600)
    return whole % 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole / 60} min`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** `1 round`, `2 rounds`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Bytes in words: `512 B`, `3.4 kB`, `16 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const unit = bytes < 1e6 ? "kB" : bytes < 1e9 ? "MB" : "GB";
  const value = bytes / (unit === "kB" ? 1e3 : unit === "MB" ? 1e6 : 1e9);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
