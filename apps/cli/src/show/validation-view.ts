import type { ValidationReport } from "@slomix/db";
import { count, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";

/** Findings that are listed one by one. */
const listed = 20;

/** Table → the word for its rows. */
const words: Readonly<Record<string, string>> = {
  rounds: "rounds",
  player_comprehensive_stats: "player rows",
  weapon_comprehensive_stats: "weapon rows",
  round_awards: "awards",
  round_vs_stats: "duels",
  round_kills: "deaths within rounds",
  round_objective_events: "objective events",
  round_revives: "revives",
  round_hit_regions: "counts of hits by region",
  round_classes: "classes played",
  round_movement: "rows of movement",
  processed_files: "files",
  session_teams: "team rosters",
  session_results: "session results",
  lua_round_teams: "webhooks",
  player_aliases: "names of players",
  player_links: "linked people",
};

/** What a validation found, for people. */
export function describeValidation(report: ValidationReport): string[] {
  const { firstDate, lastDate, errors, warnings, topPlayers } = report;
  const counts = Object.entries(report.counts);
  const width = Math.max(0, ...counts.map(([, number]) => count(number).length));
  const lines = [
    firstDate === null
      ? "The database holds no round."
      : `Rounds from ${firstDate} to ${lastDate}.`,
    ...counts.map(
      ([table, number]) => `  ${count(number).padStart(width)} ${words[table] ?? table}`,
    ),
  ];
  if (topPlayers.length > 0) {
    const names = topPlayers.map(({ name, kills }) => `${printable(name)} ${count(kills)}`);
    lines.push("", `Most kills: ${names.join(", ")}`);
  }
  lines.push(
    "",
    ...findings(errors, "error", "No contradictions: the database says what its files say."),
  );
  if (warnings.length > 0) lines.push("", ...findings(warnings, "warning", ""));
  return lines;
}

function findings(list: readonly string[], what: string, none: string): string[] {
  if (list.length === 0) return [none];
  const rest = list.length - listed;
  return [
    `${plural(list.length, what)}:`,
    ...list.slice(0, listed).map((finding) => `  ${printable(finding)}`),
    ...(rest > 0 ? [`  and ${count(rest)} more; --json lists them all`] : []),
  ];
}
