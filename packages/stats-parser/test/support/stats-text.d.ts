import { type StatsFile } from "../../src/index.ts";
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
export declare function headerText(spec?: HeaderSpec): string;
/** Writes a player line as the game scripts do. */
export declare function lineText(spec?: LineSpec): string;
/** A whole stats file's text. */
export declare function statsText(header: HeaderSpec, lines: readonly LineSpec[]): string;
/** UTF-8 bytes of a text. */
export declare function bytesOf(text: string): Uint8Array;
/** A parsed Round 1 file. */
export declare function round1(header: HeaderSpec, lines: readonly LineSpec[]): StatsFile;
/** A parsed Round 2 file. */
export declare function round2(header: HeaderSpec, lines: readonly LineSpec[]): StatsFile;
//# sourceMappingURL=stats-text.d.ts.map
