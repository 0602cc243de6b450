import { describe, expect, it } from "vitest";
import {
  orThrow,
  parseReport,
  parseReportOrThrow,
  type StatsFile,
  storableReport,
} from "../src/index.ts";
import {
  hasRealReports,
  MADE_REPORTS,
  onRealReports,
  REAL_MATCHES,
  realReport,
} from "./support/real-reports.ts";

/** Counters of tab fields 0 to 7 and of weapons, which a Round 2 counts on from Round 1. */
const ENGINE_FIELDS = 8;

const sum = (file: StatsFile, place: number) =>
  file.lines.reduce(
    (all, { weapons }) =>
      all + weapons.filter((_, at) => at % 5 === place).reduce((a, b) => a + b, 0),
    0,
  );

describe.runIf(hasRealReports)(onRealReports("real match reports"), () => {
  it("ten rounds of twelve players, nothing odd in any of them", () => {
    const read = REAL_MATCHES.map((name) => parseReport(realReport(name), name));
    expect(read.map((result) => result.ok && result.warnings)).toEqual([[], []]);
    const files = read.map((result) => orThrow(result));
    expect(files.map(({ rounds }) => rounds.length)).toEqual([6, 4]);
    for (const { stats, telemetry } of files.flatMap(({ rounds }) => rounds)) {
      expect(stats.lines).toHaveLength(12);
      expect([telemetry.axis.length, telemetry.allies.length]).toEqual([6, 6]);
    }
  });

  it.each(REAL_MATCHES)(
    "%s: as many deaths as kills; a Round 2 counts on from its Round 1",
    (name) => {
      const { rounds } = parseReportOrThrow(realReport(name), name);
      for (const [index, { stats }] of rounds.entries()) {
        const kills = sum(stats, 2);
        expect(kills).toBeGreaterThan(50);
        expect(sum(stats, 3)).toBe(kills);
        expect(stats.round).toBe((index % 2) + 1);
        if (stats.round === 1) continue;
        const first = rounds[index - 1]?.stats;
        expect(first?.header.nextTimeLimitText).toBe(stats.header.timeLimitText);
        expect(sum(first as StatsFile, 2)).toBeLessThan(kills);
        for (const line of stats.lines) {
          const before = first?.lines.find(({ guid }) => guid === line.guid);
          expect(line.rounds).toBe((before?.rounds ?? 0) + 1);
          for (let field = 0; field < ENGINE_FIELDS; field++) {
            expect(line.tab?.[field]).toBeGreaterThanOrEqual(before?.tab?.[field] ?? 0);
          }
        }
      }
    },
  );

  it.each([...REAL_MATCHES, ...MADE_REPORTS])("%s reads the same from what is stored", (name) => {
    const bytes = realReport(name);
    const stored = storableReport(bytes);
    expect(parseReport(stored, name)).toEqual(parseReport(bytes, name));
    expect(new TextDecoder().decode(stored)).not.toMatch(/nick|192\.0\.2\.1|ranks|server_ip/);
  });

  it.each(MADE_REPORTS)("%s: the newest shape", (name) => {
    const [round] = parseReportOrThrow(realReport(name), name).rounds;
    expect(round).toMatchObject({
      elapsedSeconds: 315.991,
      fixture: { id: "82026", alphaSide: 1 },
    });
    expect(round?.events?.kills).toMatchObject([{ atMs: 8000, kind: "kill", meansOfDeath: 8 }]);
    expect(round?.movement.map(({ distanceMeters }) => distanceMeters)).toEqual([1674.4, 1674.4]);
  });
});
