import type { FoundPlayer, PlayerProfile, PlayerTotals } from "@slomix/db";
import { clock, count, decimal, plural, span } from "../terminal/figures.ts";
import { moment, zoneName } from "../terminal/moments.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { type Column, table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

/** Maps, weapons and rounds that are listed. */
const listed = 12;

const totalColumns: readonly Column[] = [
  { title: "Rounds", align: "right" },
  { title: "Kills", align: "right" },
  { title: "Deaths", align: "right" },
  { title: "K/D", align: "right" },
  { title: "DPM", align: "right" },
  { title: "Damage", unit: "given", align: "right" },
  { title: "Damage", unit: "taken", align: "right", drop: 1 },
  { title: "Acc", unit: "%", align: "right" },
  { title: "Head", unit: "% of hits", align: "right", drop: 2 },
  { title: "Gibs", align: "right", drop: 4 },
  { title: "Revives", align: "right", drop: 3 },
  { title: "Self", unit: "kills", align: "right", drop: 5 },
];

/** One player's career for people. */
export function describePlayer(
  player: PlayerProfile,
  zone: string | null,
  { columns, ink }: View,
): string[] {
  const layout = { columns, palette: ink };
  const lines = [...heading(player, zone, ink), ""];
  if (player.totals.rounds === 0) return [...lines, "No round that counts yet."];
  lines.push(...table(totalColumns, [totals(player.totals)], layout));
  lines.push(
    ink.quiet("Accuracy of accuracy weapons: no grenades, explosives, strikes, syringes."),
  );
  lines.push(
    "",
    ...table(
      [{ title: "Map" }, ...totalColumns],
      player.maps.slice(0, listed).map((map) => [printable(map.map), ...totals(map)]),
      layout,
    ),
    ...more(player.maps.length, ink),
    "",
    ...table(
      [
        { title: "Weapon" },
        { title: "Kills", align: "right" },
        { title: "Deaths by", align: "right" },
        { title: "Hits", align: "right" },
        { title: "Shots", align: "right", drop: 1 },
        { title: "Acc", unit: "%", align: "right" },
        { title: "Head", unit: "% of hits", align: "right", drop: 2 },
      ],
      player.weapons
        .slice(0, listed)
        .map((weapon) => [
          printable(weapon.weapon),
          count(weapon.kills),
          count(weapon.deaths),
          count(weapon.hits),
          count(weapon.shots),
          decimal(weapon.accuracyWeapon && weapon.shots > 0 ? weapon.accuracy : null, 1),
          decimal(weapon.hits > 0 ? weapon.headshotPercent : null, 1),
        ]),
      layout,
    ),
    ...more(player.weapons.length, ink),
    "",
    ...table(
      [
        { title: "Last rounds", unit: zoneName(zone) },
        { title: "Map" },
        { title: "Round", align: "right", drop: 2 },
        { title: "Session", align: "right", drop: 1 },
        { title: "Kills", align: "right" },
        { title: "Deaths", align: "right" },
        { title: "K/D", align: "right" },
        { title: "DPM", align: "right" },
        { title: "Acc", unit: "%", align: "right" },
        { title: "Played", unit: "m:ss", align: "right", drop: 3 },
      ],
      player.recentRounds.slice(0, listed).map((round) => {
        const end = moment(round.end, zone);
        return [
          `${end.date} ${end.time}`,
          printable(round.map),
          String(round.round),
          round.sessionId === null ? "–" : String(round.sessionId),
          count(round.kills),
          count(round.deaths),
          decimal(round.kdRatio, 2),
          count(round.dpm),
          decimal(round.accuracy, 1),
          clock(round.timePlayedSeconds),
        ];
      }),
      layout,
    ),
  );
  return lines;
}

/** Players that a search found, for choosing one of them. */
export function describeFound(
  found: readonly FoundPlayer[],
  zone: string | null,
  ink: Palette,
): string[] {
  const rows = found.map((one) => [
    one.guid,
    printable(one.name),
    one.alias === null || one.alias === one.name ? "" : `as ${printable(one.alias)}`,
    moment(one.lastSeen, zone).date,
  ]);
  return table(
    [{ title: "GUID" }, { title: "Name" }, { title: "Found" }, { title: "Last seen" }],
    rows,
    { columns: null, palette: ink },
  );
}

function heading(player: PlayerProfile, zone: string | null, ink: Palette): string[] {
  const { totals, sessions, firstSeen, lastSeen } = player;
  const lines = [`${ink.strong(printable(player.name))}  ${ink.quiet(player.guid)}`];
  if (firstSeen !== null && lastSeen !== null) {
    const [from, to] = [moment(firstSeen, zone).date, moment(lastSeen, zone).date];
    lines.push(
      `${plural(totals.rounds, "round")} in ${plural(sessions, "session")}, ${span(totals.timePlayedSeconds)} played, ${from === to ? from : `${from} to ${to}`}`,
    );
  }
  const others = player.aliases.filter(({ alias }) => alias !== player.name);
  if (others.length > 0) {
    const names = others.slice(0, 8).map(({ alias }) => printable(alias));
    const rest = others.length - names.length;
    lines.push(ink.quiet(`Also: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`));
  }
  return lines;
}

function totals(sums: PlayerTotals): string[] {
  return [
    count(sums.rounds),
    count(sums.kills),
    count(sums.deaths),
    decimal(sums.kdRatio, 2),
    count(sums.dpm),
    count(sums.damageGiven),
    count(sums.damageReceived),
    decimal(sums.accuracy, 1),
    decimal(sums.headshotPercent, 1),
    count(sums.gibs),
    count(sums.revivesGiven),
    count(sums.selfKills),
  ];
}

function more(total: number, ink: Palette): string[] {
  return total > listed ? [ink.quiet(`and ${total - listed} more`)] : [];
}
