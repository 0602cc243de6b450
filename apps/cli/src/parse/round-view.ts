import {
  attackEnd,
  clockSeconds,
  metricValue,
  secondsEarly,
  sumRoundWeapons,
  surrenderProven,
} from "@slomix/analytics";
import {
  drawnName,
  type PlayerRound,
  parseRoundFileName,
  type RoundStats,
} from "@slomix/stats-parser";
import { clock, count, decimal } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { otherSide, sideWord } from "./side.ts";

const columns: readonly Column[] = [
  { title: "Player" },
  { title: "Side" },
  { title: "Kills", align: "right" },
  { title: "Deaths", align: "right" },
  { title: "K/D", align: "right", drop: 3 },
  { title: "DPM", align: "right" },
  { title: "Damage", unit: "given", align: "right" },
  { title: "Damage", unit: "taken", align: "right", drop: 1 },
  { title: "Acc", unit: "%", align: "right" },
  { title: "Head", unit: "hits", align: "right", drop: 2 },
  { title: "Gibs", align: "right", drop: 6 },
  { title: "Revives", align: "right", drop: 4 },
  { title: "Self", unit: "kills", align: "right", drop: 8 },
  { title: "Team", unit: "kills", align: "right", drop: 9 },
  { title: "XP", align: "right", drop: 7 },
  { title: "Played", unit: "m:ss", align: "right", drop: 5 },
];

/** What a flag means for the numbers of a player's row. */
const partial: Readonly<Record<string, string>> = {
  counter_reset: "reconnected; the numbers are those after it",
  partial_time: "not there for the whole round",
  cumulative: "an earlier round may be in these numbers too",
  left_before_end: "left before the end",
  guid8_shared: "shares the first eight characters of the GUID with somebody",
};

/** When the round of a stats file ended, by its name, in words; null where that tells no time. */
export function stampedEnd(file: string): string | null {
  const stamp = parseRoundFileName(file)?.stamp;
  if (!stamp) return null;
  const { date, time } = stamp;
  return `ended ${date} ${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}, server time`;
}

/** A round for people. `ended` says when, null where nothing tells. */
export function describeRound(
  round: RoundStats,
  ended: string | null,
  { columns: room, ink }: View,
): string[] {
  const when = ended === null ? "" : ink.quiet(`  ${ended}`);
  const config = round.config === "" ? "" : ink.quiet(`  ${printable(round.config)}`);
  const lines = [
    `${ink.strong(printable(round.map))}  Round ${round.round}${when}`,
    `${gameText(round.server, ink)}${config}`,
    result(round, ink),
    ...partnerLine(round, ink),
    "",
    ...playerTable(round.players, room, ink),
    ...footnotes(round.players, ink),
  ];
  return lines;
}

/** How the round ended, in a sentence. */
function result(round: RoundStats, ink: Palette): string {
  const { defenderSide, outcome, timeLimitSeconds: limit } = round;
  const seconds = clockSeconds({ ...round, nextLimitSeconds: round.nextTimeLimitSeconds });
  if (outcome === "aborted") return "Broken off: the round's end was never recorded. No result.";
  const of = limit === null ? "" : `, time limit ${clock(limit)}`;
  const after = seconds === null ? "after an unknown time" : `in ${clock(seconds)}`;
  if (defenderSide === null) {
    const won = round.winnerSide ? `${sideWord(round.winnerSide, ink)} won ${after}` : "";
    return `${won || "The file does not tell who won"}; which side attacked is unknown${of}.`;
  }
  const defenders = sideWord(defenderSide, ink);
  const attackers = sideWord(otherSide(defenderSide), ink);
  if (outcome === "completed") return `${attackers} attacked and won ${after}${of}.`;
  if (outcome === "fullhold") {
    return `${attackers} attacked, ${defenders} held${limit === null ? "" : ` for ${clock(limit)}`}.`;
  }
  if (outcome === "surrender") return givenUp(round, seconds, ink);
  return `${attackers} attacked, ${defenders} defended; the file does not tell who won${of}.`;
}

/** A surrender is said to be one where it is proven; of times alone, how much was left. */
function givenUp(round: RoundStats, seconds: number | null, ink: Palette): string {
  const { defenderSide, winnerSide, flags, timeLimitSeconds: limit } = round;
  const defenders = sideWord(defenderSide, ink);
  const attackers = sideWord(defenderSide && otherSide(defenderSide), ink);
  const gaveUp = surrenderProven(flags);
  const at = seconds === null ? "" : ` at ${clock(seconds)}`;
  const of = limit === null ? "" : `, time limit ${clock(limit)}`;
  const attackersWon = winnerSide !== defenderSide;
  switch (attackEnd({ outcome: round.outcome, gaveUp, attackersWon })) {
    case "defenceGaveUp":
      return `${attackers} attacked, ${defenders} gave up${at}${of}.`;
    case "gaveUp":
      return `${attackers} attacked and gave up${at}${of}.`;
    default: {
      const early = secondsEarly({ timeLimitSeconds: limit, clockSeconds: seconds });
      const left = early === null ? "early" : `${clock(early)} early`;
      return `${attackers} attacked, ${defenders} held; the round ended ${left}${of}.`;
    }
  }
}

function partnerLine(round: RoundStats, ink: Palette): string[] {
  if (round.differential === "applied") {
    const what = round.round === 1 ? "An earlier try" : "Round 1";
    return [ink.quiet(`${what} taken off: ${printable(round.round1File ?? "")}`)];
  }
  if (round.differential === "orphan") {
    return [ink.bad("Its Round 1 is not here: rows may hold both rounds.")];
  }
  return [];
}

function playerTable(players: readonly PlayerRound[], room: number | null, ink: Palette): string[] {
  const sorted = [...players].sort(
    (a, b) => (a.side ?? 3) - (b.side ?? 3) || (b.damageGiven ?? 0) - (a.damageGiven ?? 0),
  );
  const rows = sorted.map((player) => [
    `${gameText(drawnName(player), ink)}${player.bot ? ink.quiet(" bot") : ""}${marks(player)}`,
    sideWord(player.side, ink),
    count(player.kills),
    count(player.deaths),
    decimal(player.kdRatio, 2),
    player.damageGiven === null ? "–" : count(player.dpm),
    count(player.damageGiven),
    count(player.damageReceived),
    decimal(accuracyOf(player), 1),
    count(player.headshots),
    count(player.gibs),
    count(player.revivesGiven),
    count(player.selfKills),
    count(player.teamKills),
    count(player.xp),
    clock(player.timePlayedSeconds),
  ]);
  const rules = sorted.flatMap((player, at) =>
    at > 0 && player.side !== sorted[at - 1]?.side ? [at] : [],
  );
  return table(columns, rows, { columns: room, palette: ink, rules });
}

/** Of accuracy weapons, as everywhere; null: no shot with one. */
function accuracyOf({ weapons }: PlayerRound): number | null {
  const sums = sumRoundWeapons(weapons);
  return sums.accuracyShots > 0 ? metricValue("accuracy", sums) : null;
}

/** Flags of a row that say that its numbers are not the plain ones. */
function told(player: PlayerRound): string[] {
  const codes = player.flags.map((flag) => flag.split(":")[0] ?? flag);
  return [...new Set(codes)].filter((code) => code in partial);
}

function marks(player: PlayerRound): string {
  return told(player).length > 0 ? " *" : "";
}

function footnotes(players: readonly PlayerRound[], ink: Palette): string[] {
  const lines = Object.entries(partial).flatMap(([code, meaning]) => {
    const names = players
      .filter((player) => told(player).includes(code))
      .map((player) => gameText(drawnName(player), ink));
    return names.length === 0 ? [] : [`* ${meaning}: ${names.join(", ")}`];
  });
  return lines.length === 0 ? [] : ["", ...lines];
}
