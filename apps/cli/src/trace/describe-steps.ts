import type { Step } from "@slomix/db";
import type { PlayerLine, PlayerRound, ReportFile, StatsFile } from "@slomix/stats-parser";
import { drawnName, PLAYER_FIELDS } from "@slomix/stats-parser";
import type { PairedRound } from "@slomix/stopwatch";
import { sideWord } from "../parse/side.ts";
import { matchRows } from "../show/match-rows.ts";
import { describeSession } from "../show/session-view.ts";
import { clock, count, decimal, plural, size } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import type { StepValues } from "./step-values.ts";

/** Describes the value of one step, with an eye on the traced file. */
export type Describe = (values: Partial<StepValues>, file: string, view: View) => string[] | null;

/** Each step's value as lines; null where the step was not reached. */
export const describeStep: Readonly<Record<Step, Describe>> = {
  download: ({ download }, file, view) =>
    download
      ? lines(
          download.map(({ name, bytes }) => [mark(name, file), size(bytes.length)]),
          view,
        )
      : null,
  parse: ({ parse }, file, view) => (parse ? parsed(parse, file, view) : null),
  pair: ({ pair }, file, view) => (pair ? paired(pair, file, view) : null),
  check: ({ check, pair }) => (check && pair ? checked(check) : null),
  score: ({ score, show }, _file, view) => (score ? scored(score, show ?? null, view) : null),
  store: ({ store }, _file, view) => (store ? stored(store, view) : null),
  show: ({ show }, _file, view) => (show ? describeSession(show, null, view) : null),
};

function lines(rows: readonly (readonly string[])[], { columns, ink }: View): string[] {
  return table([{ title: "File" }, { title: "Size", align: "right" }], rows, {
    columns,
    palette: ink,
  });
}

function mark(name: string, file: string): string {
  return `${name === file ? "→" : " "} ${printable(name)}`;
}

/** Whether the traced file tells of a round. */
function isTraced({ key, report }: PairedRound, file: string): boolean {
  return key === file || report?.file === file;
}

function parsed(arrivals: StepValues["parse"], file: string, view: View): string[] {
  const rows = arrivals.map(({ file: { name }, kind, content, error, warnings }) => [
    mark(name, file),
    kind,
    error ? `refused: ${printable(error.message)} (${error.code})` : contentOf(content),
    String(warnings.length),
  ]);
  const traced = arrivals.find((arrival) => arrival.file.name === file)?.content;
  return [
    ...table(
      [
        { title: "File" },
        { title: "Kind" },
        { title: "Holds" },
        { title: "Warnings", align: "right", drop: 1 },
      ],
      rows,
      { columns: view.columns, palette: view.ink },
    ),
    ...(traced?.kind === "stats" ? ["", headerLine(traced.value, view)] : []),
    ...(traced?.kind === "report" ? ["", ...reportLines(traced.value, view)] : []),
  ];
}

function contentOf(content: StepValues["parse"][number]["content"]): string {
  if (content === null) return "–";
  if (content.kind === "stats") {
    const { header, lines: players, round } = content.value;
    return `${printable(header.map)} Round ${round}, ${plural(players.length, "player line")}`;
  }
  if (content.kind === "endstats") {
    const { awards, versus } = content.value;
    return `${plural(awards.length, "award")}, ${plural(versus.length, "line")} of duels`;
  }
  if (content.kind === "report") return `${plural(content.value.rounds.length, "round")}`;
  const { map, round, axis, allies } = content.value;
  return `${printable(map)} Round ${round}, line-ups ${axis.length} and ${allies.length}`;
}

/** A line for each round of a report. */
function reportLines({ rounds, refused }: ReportFile, view: View): string[] {
  return [
    ...rounds.map(({ name, stats }) => {
      const players = plural(stats.lines.length, "player line");
      const round = `${printable(stats.header.map)} Round ${stats.round}, ${players}`;
      return `${printable(name)}: ${round}, ${headerLine(stats, view)}`;
    }),
    ...refused.map(
      ({ field, code, message }) =>
        `${printable(field ?? "")} refused: ${printable(message)} (${code})`,
    ),
  ];
}

function headerLine({ header }: StatsFile, { ink }: View): string {
  return `defenders ${sideWord(header.defenderSide, ink)}, winner ${sideWord(header.winnerSide, ink)}, time limit ${clock(header.timeLimitSeconds)}, next time limit ${clock(header.nextTimeLimitSeconds)}, play time ${header.playtimeSeconds === null ? "not in the file" : `${decimal(header.playtimeSeconds, 1)} s`}`;
}

function paired({ pairing, details }: StepValues["pair"], file: string, view: View): string[] {
  const { zone, rounds, unlinked } = pairing;
  const rows = rounds.map((round) => [
    `${isTraced(round, file) ? "→" : " "} ${printable(round.key)}`,
    round.state,
    round.matchId,
    toldBy(round),
    `${new Date(round.endMs).toISOString().slice(0, 19)}Z`,
  ]);
  const clockLine =
    zone.source === "setting"
      ? `Clock: zone ${zone.zone}, as set.`
      : zone.source === "telemetry"
        ? `Clock: UTC ${minutes(zone.offsetMinutes ?? 0)}, found by holding the stamps against the webhooks.`
        : "Clock: read as UTC; no webhook and no zone says otherwise.";
  return [
    ...table(
      [
        { title: "Round" },
        { title: "State" },
        { title: "Match", drop: 1 },
        { title: rounds.some(({ report }) => report) ? "Webhook or report" : "Webhook", drop: 2 },
        { title: "Ended", drop: 3 },
      ],
      rows,
      { columns: view.columns, palette: view.ink },
    ),
    "",
    clockLine,
    ...details.files.map(
      ({ file: name, round }) =>
        `Awards of ${printable(name)} belong to ${round === null ? "no round" : printable(round)}.`,
    ),
    ...(unlinked.length > 0 ? [`${plural(unlinked.length, "webhook")} without a round.`] : []),
    ...rounds
      .filter((round) => isTraced(round, file))
      .flatMap((round) => differential(round, rounds, view)),
  ];
}

/** The webhook or report beside the round's own file. */
function toldBy({ key, telemetry }: PairedRound): string {
  return telemetry === null || telemetry.file === key ? "–" : printable(telemetry.file);
}

function minutes(offset: number): string {
  const size = Math.abs(offset);
  const text = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
  return `${offset < 0 ? "−" : "+"}${text}`;
}

/** How Round 1 is taken off Round 2, by the player who gave the most damage. */
function differential(round: PairedRound, rounds: readonly PairedRound[], view: View): string[] {
  if (round.stats.differential !== "applied" || round.file === null) return [];
  const player = [...round.stats.players].sort(
    (a, b) => (b.damageGiven ?? 0) - (a.damageGiven ?? 0),
  )[0];
  const before = rounds.find((one) => one.key === round.partner)?.file;
  const line = (file: StatsFile | null | undefined) =>
    file?.lines.find(
      (one) => one.guid === player?.guid.slice(0, 8) && one.rawName === player.rawName,
    );
  const own = line(round.file);
  const first = line(before);
  if (!player || !own || !first) return [];
  const columns: Column[] = [
    { title: gameText(drawnName(player), view.ink) },
    ...["Kills", "Deaths", "Damage given", "Damage received", "Minutes"].map(
      (title): Column => ({ title, align: "right" }),
    ),
  ];
  const rows = [
    ["Round 2 file, cumulative", ...figuresOf(own)],
    ["− Round 1 file", ...figuresOf(first)],
    ["= Round 2", ...ownFigures(player)],
  ];
  return ["", ...table(columns, rows, { columns: view.columns, palette: view.ink, rules: [2] })];
}

function figuresOf(line: PlayerLine): string[] {
  const sum = (offset: number) =>
    line.weapons.reduce((total, value, at) => total + (at % 5 === offset ? value : 0), 0);
  const tab = (key: string) => {
    const index = PLAYER_FIELDS.findIndex((field) => field.key === key);
    return line.absent.includes(index) ? null : (line.tab?.[index] ?? null);
  };
  return [
    count(sum(2)),
    count(sum(3)),
    count(tab("damage_given")),
    count(tab("damage_received")),
    decimal(tab("time_played_minutes"), 1),
  ];
}

function ownFigures(player: PlayerRound): string[] {
  const { timePlayedSeconds: seconds } = player;
  return [
    count(player.kills),
    count(player.deaths),
    count(player.damageGiven),
    count(player.damageReceived),
    decimal(seconds === null ? null : seconds / 60, 1),
  ];
}

function checked(warnings: StepValues["check"]): string[] {
  const list = [...warnings].flatMap(([file, found]) =>
    found.map(
      ({ code, message, line }) =>
        `${printable(file)}${line === undefined ? "" : `:${line}`}: ${printable(message)} (${code})`,
    ),
  );
  return list.length > 0 ? list : ["Nothing was missing, repaired or odd."];
}

function scored(
  score: StepValues["score"],
  show: StepValues["show"],
  { columns, ink }: View,
): string[] {
  const result: string[] = [];
  for (const session of score.sessions) {
    const { score: points } = session;
    result.push(
      `Evening of ${session.date}: ${plural(session.rounds.length, "round")}, ${plural(session.matches.length, "match", "matches")}, A ${points.teamA}–${points.teamB} B, confidence ${session.confidence}.`,
      ...session.teams.map(
        (team) => `Team ${team.letter}: ${team.names.map(printable).join(", ")}`,
      ),
    );
    for (const match of session.matches) {
      result.push(
        `${printable(match.map)}: ${match.result}, winner ${match.winner ?? "none"}, by ${match.source}${match.note === null ? "" : ` (${printable(match.note)})`}`,
      );
    }
  }
  if (score.outside.length > 0)
    result.push(`${plural(score.outside.length, "round")} outside of any evening.`);
  if (show) {
    result.push(
      "",
      ...table(
        [
          { title: "#" },
          { title: "Map" },
          { title: "Round 1" },
          { title: "Round 2" },
          { title: "Result" },
          { title: "A–B" },
        ],
        matchRows(show, ink),
        { columns, palette: ink },
      ),
    );
  }
  return result;
}

const stepRows: Readonly<Record<string, string>> = {
  rounds: "rounds",
  player_comprehensive_stats: "players × rounds",
  weapon_comprehensive_stats: "weapons × players × rounds",
  round_awards: "awards",
  round_vs_stats: "duels",
  lua_round_teams: "webhook rows",
  round_kills: "deaths within rounds",
  round_objective_events: "objective events",
  round_revives: "revives",
  round_hit_regions: "counts of hits by region",
  round_classes: "classes played",
  round_movement: "rows of movement",
  processed_files: "ledger lines, with the bytes of the files",
};

function stored(
  { rows, findings, sessions }: StepValues["store"],
  { columns, ink }: View,
): string[] {
  const found = [...findings].flatMap(([round, list]) =>
    list.map((finding) => `${printable(round)}: ${printable(finding)}`),
  );
  return [
    ...table(
      [{ title: "Rows", align: "right" }, { title: "What" }, { title: "Table" }],
      Object.entries(rows).map(([name, number]) => [count(number), stepRows[name] ?? name, name]),
      { columns, palette: ink },
    ),
    "",
    found.length > 0
      ? "The seven checks found:"
      : "The seven checks found nothing; every row read back as it was sent.",
    ...found,
    `Gaming session ${sessions.join(", ")}.`,
  ];
}
