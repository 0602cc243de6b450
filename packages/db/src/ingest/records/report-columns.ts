import type { RoundReport } from "@slomix/stats-parser";
import { storableText } from "../../storable.ts";
import type { RoundFields } from "./round-record.ts";

/** Columns of `rounds` that a league's report fills. */
export function reportFields(report: RoundReport | null): RoundFields {
  const fixture = report?.fixture ?? null;
  return {
    report_name: text(report?.name),
    fixture_id: text(fixture?.id),
    fixture_alpha_name: text(fixture?.alphaName),
    fixture_beta_name: text(fixture?.betaName),
    fixture_alpha_side: fixture && (fixture.alphaSide ?? 0),
    fixture_winner: fixture?.winner ?? null,
  };
}

const text = (value: string | null | undefined) => (value == null ? null : storableText(value));
