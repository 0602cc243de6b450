import { describe, expect, it } from "vitest";
import { reportCorpus } from "./corpus.ts";
import { fuzz } from "./fuzz.ts";

const asked = process.env["SLOMIX_FUZZ"];
const count = Number(asked ?? 20_000);
/** Each is read several times over. */
const reports = Number(asked ?? 5000);
const seed = Number(process.env["SLOMIX_FUZZ_SEED"] ?? 1);

describe(`${count} damaged files, seed ${seed}`, () => {
  it(
    "are read or refused: nothing thrown, nothing slow, nobody invented",
    () => {
      const report = fuzz({ seed, count });
      expect(report.failures).toEqual([]);
      // The run must reach every parser, and both ends of each.
      for (const kind of ["stats", "endstats", "webhook", "gametime"]) {
        expect(report.outcomes.get(`${kind} ok`) ?? 0).toBeGreaterThan(count / 50);
      }
      for (const error of ["stats bad_header", "webhook bad_json", "gametime bad_json"]) {
        expect(report.outcomes.get(error) ?? 0).toBeGreaterThan(0);
      }
    },
    Math.max(120_000, count * 3),
  );

  it(
    `and ${reports} of a league's reports: nothing private is kept either, and what is stored reads the same`,
    () => {
      const report = fuzz({ seed, count: reports, groups: reportCorpus() });
      expect(report.failures).toEqual([]);
      expect(report.outcomes.get("report ok") ?? 0).toBeGreaterThan(reports / 10);
      for (const error of ["bad_field", "bad_round"]) {
        expect(report.outcomes.get(`report ${error}`) ?? 0).toBeGreaterThan(0);
      }
    },
    Math.max(120_000, reports * 10),
  );
});
