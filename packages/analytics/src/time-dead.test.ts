import { expect, it } from "vitest";
import { given, round, row, sums } from "../test/build-rows.ts";
import { compare } from "./compare.ts";
import { METRIC_KEYS } from "./metrics.ts";
import { isMeasured, isOfTimeDead } from "./time-dead.ts";

it("knows the metrics that are made of time dead", () => {
  expect(METRIC_KEYS.filter(isOfTimeDead)).toEqual(
    METRIC_KEYS.filter((key) =>
      ["fragPotential", "timeAlive", "timeDead", "timeDeadShare", "survival"].includes(key),
    ),
  );
});

it("tells what no round measures from what is 0", () => {
  const unmeasured = sums({ timePlayedSeconds: 600 });
  expect(isMeasured("timeDeadShare", unmeasured)).toBe(false);
  expect(isMeasured("timePlayed", unmeasured)).toBe(true);
  expect(isMeasured("timeDead", sums({ timePlayedSeconds: 600, timeDeadSeconds: 0 }))).toBe(true);
});

it("is nobody's best number whose time dead was not measured", () => {
  const rows = (guid: string, timeDeadMinutes: number | null) =>
    Array.from({ length: 30 }, (_, n) =>
      row({ guid, damageGiven: 5000, timePlayedSeconds: 600, timeDeadMinutes, round: round(n) }),
    );
  const all = [...rows("A", 2), ...rows("B", 3), ...rows("C", null)];
  const { metrics } = given(compare(["A", "B", "C"], all));
  expect(metrics.find(({ metric }) => metric === "timeDeadShare")?.best).toEqual(["A"]);
});
