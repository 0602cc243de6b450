import { expect, it } from "vitest";
import { parseReportName } from "./report-name.ts";

it.each([
  ["stats-70003-2026-04-10-194751-te_escape2-round-1.json", 1, "2026-04-10", "194751", null],
  ["stats-0f8e-5a-b1-2026-04-10-194751-a-round-1-b-round-2.json", 2, "2026-04-10", "194751", null],
  ["/srv/stats/stats-7-2026-04-10-194751-supply-round-2.json", 2, "2026-04-10", "194751", null],
  ["90_gather server 1_supply_round_1_1733777412.json", 1, null, null, 1_733_777_412],
  ["90_s_bremen_b3_round_2_1733777412000.json", 2, null, null, 1_733_777_412],
])("%s: round %s, stamp %s %s, written at %s", (name, round, date, time, writtenUnix) => {
  const said = parseReportName(name);
  expect(said?.round).toBe(round);
  expect(said?.stamp?.date ?? null).toBe(date);
  expect(said?.stamp?.time ?? null).toBe(time);
  expect(said?.writtenUnix).toBe(writtenUnix);
});

it.each([
  ["a third round", "stats-7-2026-04-10-194751-supply-round-3.json"],
  ["30 February", "stats-7-2026-02-30-194751-supply-round-1.json"],
  ["a time in 1970", "90_s_supply_round_1_000012345.json"],
  ["no time", "90_s_supply_round_1.json"],
  ["a stats file", "2026-04-10-194751-supply-round-1.txt"],
  ["nothing", ""],
  ["too long a name", `stats-${"7".repeat(2000)}-2026-04-10-194751-supply-round-1.json`],
])("%s tells nothing", (_, name) => {
  expect(parseReportName(name)).toBeNull();
});
