import { awardLabel } from "./award-labels.ts";
import { type AwardLine, collectAwards } from "./award-list.ts";
import { engineClean } from "./colours.ts";
import type { Award } from "./endstats-file.ts";
import type { ParseWarning } from "./result.ts";
import type { RoundNumber } from "./stats-file.ts";

/** What the old `_endstats.txt` kind holds. */
export interface AwardRecords {
  readonly awards: Award[];
  /** Header fields 2 and 4; null when there is no header, or no such round. */
  readonly map: string | null;
  readonly round: RoundNumber | null;
}

const RECORD = "AWARD\\";
const HEADER_FIELDS = 8;
const GUID = /^[0-9A-Z]{8,32}$/i;

/**
 * Whether the lines are of the short-lived 2025 kind (`…-round-<N>_endstats.txt`): a header like that
 * of a stats file, then `AWARD\<id>\<label>\<winner>\<guid>\<value>`. It has no duels.
 */
export function isAwardRecordFile(lines: readonly string[]): boolean {
  return lines[0]?.startsWith(RECORD) === true || lines[1]?.startsWith(RECORD) === true;
}

/**
 * Reads the old kind. The id is the writer's number of the award; the label decides. Winners keep
 * their colours in it: cleaned here like all names in endstats files. Adds `endstats_line_rejected`
 * and `unknown_award` to `warnings`.
 */
export function readAwardRecords(lines: readonly string[], warnings: ParseWarning[]): AwardRecords {
  const header = lines[0]?.startsWith(RECORD) ? [] : (lines[0]?.split("\\", HEADER_FIELDS) ?? []);
  const awardLines: AwardLine[] = [];
  for (let index = header.length > 0 ? 1 : 0; index < lines.length; index++) {
    const text = lines[index] ?? "";
    const line = index + 1;
    if (text === "") continue;
    const cells = text.split("\\", 7);
    const [record, , label = "", winner = "", guid = "", value = ""] = cells;
    if (record !== "AWARD" || cells.length !== 6) {
      const message = "expected AWARD\\id\\label\\winner\\guid\\value";
      warnings.push({ code: "endstats_line_rejected", message, line });
      continue;
    }
    if (!awardLabel(label)) {
      const message = `no known award is called ${JSON.stringify(label.slice(0, 80))}`;
      warnings.push({ code: "unknown_award", message, line });
    }
    const winnerGuid = GUID.test(guid) ? guid.toUpperCase() : null;
    awardLines.push({ line, label, player: engineClean(winner), value, winnerGuid });
  }
  const round = header[3];
  return {
    awards: collectAwards(awardLines),
    map: header[1] || null,
    round: round === "1" ? 1 : round === "2" ? 2 : null,
  };
}
