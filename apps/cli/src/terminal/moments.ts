/** A moment cut to pieces in a time zone. */
interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
}

/** Date and time of an instant (ISO 8601) in a zone; null: UTC. */
export function moment(iso: string, zone: string | null): Moment {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone ?? "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((piece) => piece.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** What the times of a view are, in words. */
export function zoneName(zone: string | null): string {
  return zone ?? "UTC";
}
