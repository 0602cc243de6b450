import type { SessionFilter } from "../../api/sessions.ts";
import { plural } from "../../format/numbers.ts";

/** What the list is narrowed to. */
export type Narrowed = Pick<SessionFilter, "map" | "player" | "period" | "from" | "to">;

/** Whether anything is left out. */
export const isFiltered = ({ period, ...rest }: Narrowed): boolean =>
  (period !== undefined && period !== "all") || Object.values(rest).some((value) => value);

/** `33 sessions · supply · last 90 days` */
export function sessionWords(total: number, filter: Narrowed): string {
  const parts = [plural(total, "session")];
  if (filter.map) parts.push(filter.map);
  if (filter.period === "season") parts.push("this season");
  if (filter.period === "90d" || filter.period === "30d")
    parts.push(`last ${filter.period.slice(0, 2)} days`);
  return parts.join(" · ");
}
