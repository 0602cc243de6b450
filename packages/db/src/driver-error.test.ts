import { expect, test } from "vitest";
import { DatabaseError } from "./database-error.ts";
import { databaseError, translated } from "./driver-error.ts";
import { isTransient } from "./transient.ts";

const driver = (code: string, over: object = {}) =>
  Object.assign(new Error("x"), { code, ...over });
const server = (code: string, over: object = {}) => driver(code, { severity: "ERROR", ...over });

test.each<[Error, string, boolean]>([
  [driver("ECONNREFUSED"), "unreachable", true],
  [driver("CONNECT_TIMEOUT"), "unreachable", true],
  [driver("CONNECTION_CLOSED"), "gone", true],
  [driver("ECONNRESET"), "gone", true],
  [driver("ENOSPC"), "disk_full", true],
  [server("57P01"), "gone", true],
  [server("57P03"), "unreachable", true],
  [server("53100"), "disk_full", true],
  [server("53300"), "busy", true],
  [server("40P01"), "busy", true],
  [server("08006"), "gone", true],
  [server("28P01"), "refused", false],
  [server("3D000"), "refused", false],
  [server("23505"), "constraint", false],
  [server("22003"), "bad_value", false],
  [server("54000"), "bad_value", false],
  [server("42P01"), "bad_query", false],
  [server("25006"), "read_only", false],
  [server("XX000"), "failed", false],
  [Object.assign(new Error("unreachable"), { name: "RuntimeError" }), "gone", true],
  [
    new Error("wrapped", { cause: new Error("twice", { cause: server("23505") }) }),
    "constraint",
    false,
  ],
])("%o", (error, code, again) => {
  expect(databaseError(error)).toMatchObject({ name: "DatabaseError", code });
  expect(isTransient(error)).toBe(again);
});

test("what the database has no part in stays what it is", () => {
  for (const error of [new Error("x"), driver("ENOENT"), new TypeError("23505"), null, "23505"]) {
    expect(databaseError(error)).toBeNull();
    expect(translated(error)).toBe(error);
    expect(isTransient(error)).toBe(false);
  }
  const own = new DatabaseError("x", { code: "not_empty" });
  expect(translated(own)).toBe(own);
});

test("the message tells which row and which rule", () => {
  const error = server("23514", {
    detail: "Failing row contains (1).",
    where: "COPY team_pool, line 2\nmore",
    constraint_name: "team_pool_color_rgb",
  });
  expect(databaseError(error)).toMatchObject({
    message: "x (Failing row contains (1).; COPY team_pool, line 2)",
    sqlState: "23514",
    constraint: "team_pool_color_rgb",
    cause: error,
  });
  const refused = Object.assign(new AggregateError([new Error("::1 is closed")], "x"), {
    message: "",
    code: "ECONNREFUSED",
  });
  expect(databaseError(refused)?.message).toBe("ECONNREFUSED Error: ::1 is closed");
});
