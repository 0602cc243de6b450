import { sql } from "drizzle-orm";
import { bigint, check, customType, integer, smallint, timestamp } from "drizzle-orm/pg-core";
import { storableJson, storableText } from "../storable.ts";

/** Text of any length; what PostgreSQL cannot hold becomes U+FFFD. */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: storableText,
});

/** JSON, stored parsed. Give it its shape with `$type`. */
export const jsonb = customType<{ data: unknown; driverData: string }>({
  dataType: () => "jsonb",
  toDriver: storableJson,
  fromDriver: (value: unknown) => value,
});

/** Bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** An id of Discord: 64 bits in the database, a string everywhere else, for it exceeds 2^53. */
export const discordId = customType<{ data: string; driverData: string | number | bigint }>({
  dataType: () => "bigint",
  fromDriver: String,
});

/** Primary key counted by the database. Rows of a backup bring their own. */
export const id = () => integer().primaryKey().generatedByDefaultAsIdentity();

/** An instant. */
export const instant = () => timestamp({ withTimezone: true });

/** The instant at which the row was written; says nothing of the game. */
export const writtenAt = () => instant().notNull().defaultNow();

/** Unix seconds of the game server's clock. */
export const unixSeconds = () => bigint({ mode: "number" });

/** A sum over rounds. Wide, so that absurd numbers of a damaged file add up too. */
export const sum = () => bigint({ mode: "number" }).notNull();

/** A side of the map: 0 unknown or draw, 1 Axis, 2 Allies. */
export const side = () => smallint().$type<0 | 1 | 2>();

/** First eight characters of a GUID, upper case: what stats files know of a player. */
export const canonicalGuid = (column: string) =>
  customType<{ data: string }>({ dataType: () => "char(8)" })().generatedAlwaysAs(
    sql.raw(`upper(left("${column}", 8))`),
  );

/** Whole numbers (or amounts that arrive whole) never below zero. */
export const notNegative = (table: string, columns: readonly string[]) =>
  columns.map((column) => check(`${table}_${column}_not_negative`, sql.raw(`"${column}" >= 0`)));

/** Measured amounts: zero or more, and neither infinite nor "not a number". */
export const amounts = (table: string, columns: readonly string[]) =>
  columns.map((column) =>
    check(
      `${table}_${column}_amount`,
      sql.raw(`"${column}" >= 0 and "${column}" < 'Infinity'::double precision`),
    ),
  );

/** Coordinates of a place: any number that is one, and not infinite. */
export const places = (table: string, columns: readonly string[]) =>
  columns.map((column) =>
    check(`${table}_${column}_place`, sql.raw(`abs("${column}") < 'Infinity'::double precision`)),
  );

/** Percentages: 0 to 100. */
export const percents = (table: string, columns: readonly string[]) =>
  columns.map((column) =>
    check(`${table}_${column}_percent`, sql.raw(`"${column}" between 0 and 100`)),
  );

/** Shares and probabilities: 0 to 1. */
export const shares = (table: string, columns: readonly string[]) =>
  columns.map((column) =>
    check(`${table}_${column}_share`, sql.raw(`"${column}" between 0 and 1`)),
  );

/** Sides: 0, 1 or 2. */
export const sides = (table: string, columns: readonly string[]) =>
  columns.map((column) => check(`${table}_${column}_side`, sql.raw(`"${column}" between 0 and 2`)));

/** Round 1 or Round 2. */
export const roundNumberIn = (table: string) =>
  check(`${table}_round_number_half`, sql`"round_number" in (1, 2)`);

/** One of a few words. */
export const oneOf = (table: string, column: string, words: readonly string[]) =>
  check(
    `${table}_${column}_known`,
    sql.raw(`"${column}" in (${words.map((word) => `'${word}'`).join(", ")})`),
  );

/** 24-bit RGB. */
export const rgb = (table: string, column: string) =>
  check(`${table}_${column}_rgb`, sql.raw(`"${column}" between 0 and 16777215`));
