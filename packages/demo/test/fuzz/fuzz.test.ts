import { describe, expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";

const count = Number(process.env["SLOMIX_FUZZ"] ?? 2000);
const seed = Number(process.env["SLOMIX_FUZZ_SEED"] ?? 1);

describe(`${count} damaged demos, seed ${seed}`, () => {
  it(
    "are read as far as they go: nothing thrown, nothing slow, nothing that cannot be",
    () => {
      const before = process.memoryUsage().rss;
      const report = fuzz({ seed, count });
      expect(report.failures).toEqual([]);
      // The run must reach sound ends, every kind of damage but the rarest, and refusals.
      const seen = [...report.outcomes.keys()].join("; ");
      for (const outcome of ["marker", "truncated", "refused not_a_demo", "corrupt bad_length"])
        expect(seen).toContain(outcome);
      for (const code of ["past_end", "bad_operation", "bad_field_count", "bad_entity_number"])
        expect(seen).toContain(`corrupt ${code}`);
      expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
    },
    Math.max(120_000, count * 20),
  );
});
