import {
  type FileLayoutName,
  LINE_LAYOUTS,
  PLAYER_FIELDS,
  parseStatsFileOrThrow,
  type StatsFile,
  WEAPONS,
} from "../../src/index.ts";

/** hits, shots, kills, deaths, headshots. */
export type WeaponFive = readonly [number, number, number, number, number];

/** A player line to be written; everything has a plain default. */
export interface LineSpec {
  readonly guid?: string;
  readonly name?: string;
  readonly rounds?: number;
  readonly side?: number;
  readonly weapons?: Readonly<Record<string, WeaponFive>>;
  /** Tab fields by key; the rest is 0. `bullets_fired` follows from the weapons. */
  readonly tab?: Readonly<Record<string, number | string>>;
  /** The writer's fields; left out: all 38. */
  readonly layout?: FileLayoutName;
}

/** A header to be written. */
export interface HeaderSpec {
  readonly server?: string;
  readonly map?: string;
  readonly config?: string;
  readonly round?: number | string;
  readonly defender?: number | string;
  readonly winner?: number | string;
  readonly limit?: string;
  readonly next?: string;
  /** Field 9; null writes an 8-field header. */
  readonly playtime?: number | string | null;
}

/** Writes a header line as the game scripts do. By default Round 1 held for 10 minutes. */
export function headerText(spec: HeaderSpec = {}): string {
  const fields = [
    spec.server ?? "^2A ^7server",
    spec.map ?? "supply",
    spec.config ?? "legacy6",
    spec.round ?? 1,
    spec.defender ?? 1,
    spec.winner ?? 1,
    spec.limit ?? "10:00",
    spec.next ?? "10:00",
  ];
  const playtime = spec.playtime === undefined ? 600_400 : spec.playtime;
  return [...fields, ...(playtime === null ? [] : [playtime])].join("\\");
}

/** Writes a player line as the game scripts do. */
export function lineText(spec: LineSpec = {}): string {
  const weapons = spec.weapons ?? { MP40: [10, 40, 2, 1, 1] };
  const slots = WEAPONS.filter(({ weapon }) => weapon in weapons);
  const numbers = slots.flatMap(({ weapon }) => weapons[weapon] ?? []);
  const mask = slots.reduce((bits, { bit }) => bits + 2 ** bit, 0);
  const shots = slots.reduce((sum, { weapon }) => sum + (weapons[weapon]?.[1] ?? 0), 0);
  const tab: Record<string, number | string> = { bullets_fired: shots, ...spec.tab };
  const { guid = "AAAA0001", name = "fox", rounds = 0, side = 1, layout = "38" } = spec;
  const fields = LINE_LAYOUTS[layout].columns.map((index) => {
    const { key, decimals } = PLAYER_FIELDS[index] as (typeof PLAYER_FIELDS)[number];
    const value = tab[key] ?? 0;
    return typeof value === "string" ? value : value.toFixed(decimals);
  });
  const behind = layout === "spaced" ? fields.join(" ") : `\t${fields.join("\t")}`;
  return `${guid}\\${name}\\${rounds}\\${side}\\${mask} ${numbers.join(" ")} ${behind}`;
}

/** A whole stats file's text. */
export function statsText(header: HeaderSpec, lines: readonly LineSpec[]): string {
  return `${[headerText(header), ...lines.map(lineText)].join("\n")}\n`;
}

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A parsed Round 1 file. */
export function round1(header: HeaderSpec, lines: readonly LineSpec[]): StatsFile {
  const text = statsText({ round: 1, ...header }, lines);
  return parseStatsFileOrThrow(bytesOf(text), "2026-03-04-210000-supply-round-1.txt");
}

/** A parsed Round 2 file. */
export function round2(header: HeaderSpec, lines: readonly LineSpec[]): StatsFile {
  const text = statsText({ round: 2, ...header }, lines);
  return parseStatsFileOrThrow(bytesOf(text), "2026-03-04-211500-supply-round-2.txt");
}
