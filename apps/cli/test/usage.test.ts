import { describe, expect, test } from "vitest";
import { slomix } from "./command.ts";

describe("wrong usage ends with 2, and says what is wrong", () => {
  test.each([
    [["parze"], /unknown command 'parze'/],
    [["parse"], /missing required argument 'file'/],
    [["parse", "--josn", "x"], /unknown option '--josn'/],
    [["parse", "x", "--round1"], /argument missing/],
    [["import"], /missing required argument 'path'/],
    [["session"], /missing required argument 'id'/],
    [["session", "yesterday"], /a session is a number or last, not “yesterday”/],
    [["sessions", "--limit", "0"], /--limit must be a whole number from 1 on/],
    [["leaderboard", "glory"], /there is no leaderboard “glory”; there are kills, kd, dpm/],
    [["export", "x", "--format", "xml"], /Allowed choices are csv, json/],
    [["trace", "x", "--json", "--markdown"], /cannot be used with option/],
    [["db", "fix-range", "2026-02-30", "2026-03-01"], /“2026-02-30” is no day/],
    [["db", "fix-range", "2026-03-02", "2026-03-01"], /2026-03-01 lies before 2026-03-02/],
    [["sessions", "--server-zone", "Mars/Base"], /--server-zone must be a time zone/],
    [["sessions", "--database-url", "http://x"], /--database-url must be an address/],
    [["up", "--port", "99999"], /--port must be a port number/],
  ])("slomix %j", async (args, message) => {
    const { status, out, err } = await slomix(args);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  test("a wrong variable is named", async () => {
    const { status, err } = await slomix(["sessions"], { env: { SLOMIX_PORT: "abc" } });
    expect(err).toBe("slomix: SLOMIX_PORT must be a port number from 0 to 65535, not “abc”\n");
    expect(status).toBe(2);
  });

  test.each([[[]], [["db"]]])("slomix %j shows help on stderr", async (args) => {
    const { status, out, err } = await slomix(args);
    expect(err).toMatch(/^Usage: slomix/);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });
});

test("help and version end with 0 and stand on stdout", async () => {
  const help = await slomix(["--help"]);
  expect(help.status).toBe(0);
  expect(help.out).toMatch(/^Usage: slomix \[options\] \[command\]/);
  for (const command of ["up", "parse", "import", "session", "leaderboard", "doctor", "db"]) {
    expect(help.out).toMatch(new RegExp(`^  ${command} `, "m"));
  }
  const parse = await slomix(["parse", "--help"]);
  expect(parse.out).toMatch(/--round1 <file>/);
  expect(parse.out).toMatch(/--server-zone <zone>/);
  const version = await slomix(["--version"]);
  expect(version).toMatchObject({ status: 0, err: "" });
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("options that all commands take may stand before and after the command", async () => {
  const before = await slomix(["--data", "/nowhere", "sessions"]);
  const after = await slomix(["sessions", "--data", "/nowhere"]);
  expect(before).toEqual(after);
  expect(before).toEqual({
    status: 1,
    out: "",
    err: "slomix: there is no database in /nowhere yet; slomix import or slomix up makes one\n",
  });
});
