import { emptySums, metricValue } from "@slomix/analytics";
import type { SessionDetail } from "@slomix/db";
import { clock, count, decimal, plural, span } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import { moment, zoneName } from "../terminal/moments.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { matchRows } from "./match-rows.ts";
import { type SessionPlayer, sessionPlayers } from "./session-players.ts";
import { teamInk } from "./team-ink.ts";

const matchColumns: readonly Column[] = [
  { title: "#", align: "right" },
  { title: "Map" },
  { title: "Round 1" },
  { title: "Round 2" },
  { title: "Result" },
  { title: "A–B", align: "right" },
];

const playerColumns: readonly Column[] = [
  { title: "Team" },
  { title: "Player" },
  { title: "Rounds", align: "right", drop: 4 },
  { title: "Kills", align: "right" },
  { title: "Deaths", align: "right" },
  { title: "K/D", align: "right" },
  { title: "DPM", align: "right" },
  { title: "Damage", unit: "given", align: "right" },
  { title: "Damage", unit: "taken", align: "right", drop: 2 },
  { title: "Acc", unit: "%", align: "right" },
  { title: "Head", unit: "hits", align: "right", drop: 3 },
  { title: "Gibs", align: "right", drop: 6 },
  { title: "Revives", align: "right", drop: 5 },
  { title: "Self", unit: "kills", align: "right", drop: 7 },
  { title: "Played", unit: "m:ss", align: "right", drop: 1 },
];

/** One session for people: score, matches, players. */
export function describeSession(
  session: SessionDetail,
  zone: string | null,
  { columns, ink }: View,
): string[] {
  const lines = [...heading(session, zone, ink), ""];
  if (session.matches.length > 0) {
    lines.push(
      ...table(matchColumns, matchRows(session, ink), { columns, palette: ink }),
      ...others(session, ink),
      "",
    );
  }
  const players = sessionPlayers(session);
  const rules = players.flatMap(({ team }, at) =>
    at > 0 && team !== players[at - 1]?.team ? [at] : [],
  );
  lines.push(
    ...table(
      playerColumns,
      players.map((player) => playerRow(player, ink)),
      { columns, palette: ink, rules },
    ),
  );
  return lines;
}

function heading(session: SessionDetail, zone: string | null, ink: Palette): string[] {
  const start = moment(session.start, zone);
  const end = moment(session.end, zone);
  const lines = [
    `${ink.strong(`Session ${session.id}`)}  ${start.date}, ${start.time}–${end.time} ${ink.quiet(zoneName(zone))}`,
    ink.quiet(
      [
        span(session.durationSeconds),
        plural(session.matches.length, "map"),
        plural(session.rounds, "round"),
        plural(session.players, "player"),
        ...fixtures(session),
      ].join(", "),
    ),
    "",
  ];
  const [a, b] = session.teams;
  if (a === undefined || b === undefined) {
    return [...lines, "No teams: there was no round with people on both sides."];
  }
  const { teamA, teamB, draws } = session.score;
  const drawn = draws > 0 ? ink.quiet(`  (${plural(draws, "draw")}, 1 each)`) : "";
  const nameA = ink.strong(teamInk("A", printable(a.name), ink));
  const nameB = ink.strong(teamInk("B", printable(b.name), ink));
  const roster = (names: readonly string[]) => names.map((name) => printable(name)).join(", ");
  return [
    ...lines,
    `  ${nameA}  ${ink.strong(`${teamA} – ${teamB}`)}  ${nameB}${drawn}`,
    "",
    `  ${teamInk("A", "A", ink)}  ${roster(a.names)}`,
    `  ${teamInk("B", "B", ink)}  ${roster(b.names)}`,
  ];
}

/** The league's matches that were played, as it numbers them. */
function fixtures({ matches }: SessionDetail): string[] {
  const ids = [...new Set(matches.flatMap(({ fixture }) => fixture ?? []))];
  const list = ids.map((id) => printable(id)).join(", ");
  return ids.length === 0 ? [] : [`League match${ids.length === 1 ? "" : "es"} ${list}`];
}

/** Rounds outside the matches, in a sentence. */
function others({ otherRounds }: SessionDetail, ink: Palette): string[] {
  if (otherRounds.length === 0) return [];
  const list = otherRounds.map((round) => {
    const why = round.status === "completed" ? (round.flags[0] ?? "not counted") : round.status;
    return `${printable(round.map)} Round ${round.round} (${printable(why.replaceAll("_", " "))})`;
  });
  return ["", ink.quiet(`Outside the matches: ${list.join(", ")}`)];
}

function playerRow(player: SessionPlayer, ink: Palette): string[] {
  const { kills, deaths, damageGiven, seconds, accuracyShots } = player;
  const accuracy = metricValue("accuracy", { ...emptySums(), ...player });
  return [
    teamInk(player.team, player.team ?? "–", ink),
    gameText(player.drawnName, ink),
    count(player.rounds),
    count(kills),
    count(deaths),
    decimal(deaths === 0 ? kills : kills / deaths, 2),
    count(seconds > 0 ? (damageGiven * 60) / seconds : null),
    count(damageGiven),
    count(player.damageReceived),
    decimal(accuracyShots > 0 ? accuracy : null, 1),
    count(player.headshots),
    count(player.gibs),
    count(player.revives),
    count(player.selfKills),
    clock(seconds),
  ];
}
