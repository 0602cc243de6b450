import { describe, expect, it } from "vitest";
import {
  bytesOf,
  type HeaderSpec,
  headerText,
  lineText,
  statsText,
} from "../test/support/stats-text.ts";
import { parseStatsFile, parseStatsFileOrThrow } from "./parse-stats-file.ts";
import { StatsParseError } from "./result.ts";

const NAME = "2026-03-04-210000-supply-round-1.txt";

function parse(text: string, name = NAME) {
  return parseStatsFile(bytesOf(text), name);
}

function opened(text: string, name = NAME) {
  const result = parse(text, name);
  if (!result.ok) throw new Error(result.error.message);
  return { ...result, codes: result.warnings.map((warning) => warning.code) };
}

describe("a file that is refused", () => {
  const many = Array.from({ length: 65 }, (_, i) => lineText({ guid: `AAAA${1000 + i}` }));

  it.each([
    ["no bytes", "", "empty"],
    ["blank lines", "\r\n \n\n", "empty"],
    ["a header and no more", `${headerText()}\n`, "empty"],
    ["a header and blank lines", `${headerText()}\n\n  \n`, "empty"],
    ["seven fields", `${"a\\".repeat(6)}a\n${lineText()}\n`, "bad_header"],
    ["a player line first", `${lineText()}\n${lineText()}\n`, "bad_header"],
    ["no player line that can be read", `${headerText()}\njunk\n\\\\\\\\\n`, "no_players"],
    ["65 player lines", `${headerText()}\n${many.join("\n")}\n`, "too_large"],
    [
      "more than 1 MB",
      `${headerText()}\n${lineText()}\n`.padEnd(1024 * 1024 + 1, "x"),
      "too_large",
    ],
  ])("%s", (_case, text, code) => {
    const result = parse(text);
    expect(result).toMatchObject({ ok: false, error: { code, file: NAME } });
    expect(() => parseStatsFileOrThrow(bytesOf(text), NAME)).toThrow(StatsParseError);
  });

  it("64 player lines are a full server", () => {
    expect(opened(`${headerText()}\n${many.slice(1).join("\n")}\n`).value.lines).toHaveLength(64);
  });
});

describe("name and round", () => {
  it("the name's stamp and round; a path is cut to its name", () => {
    const { value, codes } = opened(statsText({}, [{}]), `/srv/gamestats/${NAME}`);
    expect(value).toMatchObject({
      name: NAME,
      round: 1,
      stamp: { date: "2026-03-04", time: "210000" },
      flags: [],
    });
    expect(codes).toEqual([]);
  });

  it("the name goes before the header", () => {
    const { value, codes } = opened(statsText({ round: 2 }, [{}]));
    expect(value.round).toBe(1);
    expect(codes).toEqual(["round_name_mismatch"]);
    expect(value.flags).toEqual(["round_name_mismatch"]);
  });

  it("a header without a round takes the name's", () => {
    const { value, codes } = opened(statsText({ round: "x" }, [{}]));
    expect(value).toMatchObject({ round: 1, header: { round: null } });
    expect(codes).toEqual(["round_unreadable"]);
  });

  it.each([
    "stats.txt",
    "2026-02-30-210000-supply-round-1.txt",
    NAME.replace(".txt", "-endstats.txt"),
  ])("%s is no name of a stats file: the header's round, no stamp", (name) => {
    const { value, codes } = opened(statsText({ round: 2 }, [{}]), name);
    expect(value).toMatchObject({ round: 2, stamp: null, flags: ["bad_name"] });
    expect(codes).toEqual(["bad_name"]);
  });

  it.each([0, 3, "", "x"])("with such a name and header round %j it is refused", (round) => {
    const result = parse(statsText({ round }, [{}]), "stats.txt");
    expect(result).toMatchObject({ error: { code: "bad_round", line: 1, field: "round" } });
  });

  it("a header without a map takes the name's", () => {
    expect(opened(statsText({ map: "" }, [{}])).value.header.map).toBe("supply");
    expect(parse(statsText({ map: "" }, [{}]), "stats.txt")).toMatchObject({
      error: { code: "bad_header", field: "map" },
    });
  });
});

describe("the header", () => {
  const header = (spec: HeaderSpec) => opened(statsText(spec, [{}])).value.header;

  it("is read as written", () => {
    expect(
      header({ config: "", winner: 2, limit: "12:00", next: "8:30", playtime: 510_900 }),
    ).toEqual({
      server: "^2A ^7server",
      map: "supply",
      config: "",
      round: 1,
      defenderSide: 1,
      defenderFault: null,
      winnerSide: 2,
      winnerFault: null,
      timeLimitText: "12:00",
      timeLimitSeconds: 720,
      nextTimeLimitText: "8:30",
      nextTimeLimitSeconds: 510,
      badNextTime: false,
      playtimeText: "510900",
      playtimeSeconds: 510.9,
      playtimeNotPositive: false,
      fields: 9,
    });
    expect(header({ playtime: null })).toMatchObject({ fields: 8, playtimeText: null });
    expect(header({ playtime: "600400\\more" })).toMatchObject({
      fields: 9,
      playtimeSeconds: 600.4,
    });
  });

  it.each([
    ["", null, "missing"],
    ["0", null, "missing"],
    ["axis", null, "non_numeric"],
    ["-1", null, "non_numeric"],
    ["3", null, "out_of_range"],
    ["2", 2, null],
  ])("defender %j is side %j (%s): never guessed", (defender, side, fault) => {
    expect(header({ defender })).toMatchObject({ defenderSide: side, defenderFault: fault });
    const flags = fault === null ? [] : [`sides_untrusted:defender_${fault}`];
    expect(opened(statsText({ defender }, [{}])).value.flags).toEqual(flags);
  });

  it("winner 0 is nobody", () => {
    expect(header({ winner: 0 })).toMatchObject({ winnerSide: 0, winnerFault: "missing" });
    expect(header({ winner: "" })).toMatchObject({ winnerSide: null, winnerFault: "missing" });
  });

  it("field 8 above field 7 by more than 1 s is no time", () => {
    expect(opened(statsText({ next: "10:02" }, [{}])).value).toMatchObject({
      header: { badNextTime: true, nextTimeLimitSeconds: 602 },
      flags: ["bad_nexttime"],
    });
    expect(header({ next: "10:01" }).badNextTime).toBe(false);
  });
});

describe("the lines", () => {
  it("a bad one is skipped with its number, and counted", () => {
    const text = `${headerText()}\n${lineText()}\njunk\n\n${lineText({ guid: "AAAA0002" })}\n`;
    const { value, warnings } = opened(text);
    expect(value.lines.map((line) => line.line)).toEqual([2, 5]);
    expect(value).toMatchObject({ rejectedLines: 1, flags: ["player_lines_rejected:1"] });
    expect(warnings[0]).toMatchObject({ code: "player_line_rejected", line: 3 });
  });

  it("very many bad ones are counted, but not all named", () => {
    const { value, warnings } = opened(`${statsText({}, [{}])}${"junk\n".repeat(5000)}`);
    expect(value.rejectedLines).toBe(5000);
    expect(warnings.length).toBeLessThan(100);
  });

  it("a last line without a newline is kept when whole, refused when cut", () => {
    const text = statsText({}, [{}, { guid: "AAAA0002" }]);
    const whole = opened(text.slice(0, -1));
    expect(whole.value.lines).toHaveLength(2);
    expect(whole.value.flags).toEqual(["maybe_truncated"]);
    expect(whole.warnings[0]?.line).toBe(3);
    const cut = opened(text.slice(0, -8));
    expect(cut.value.lines).toHaveLength(1);
    expect(cut.codes).toEqual(["truncated_line", "player_lines_rejected:1"]);
  });

  it("one player twice: the line with more time stays", () => {
    const line = (minutes: number) => ({ name: "fox", tab: { time_played_minutes: minutes } });
    const { value, codes } = opened(statsText({}, [line(3), line(8), line(5)]));
    expect(value.lines.map((entry) => entry.line)).toEqual([3]);
    expect(codes).toEqual(["duplicate_line", "duplicate_line"]);
  });

  it("one GUID8 with two names is two humans; bots share one as a rule", () => {
    const { value, codes } = opened(statsText({}, [{ name: "anna" }, { name: "bert" }]));
    expect(value.lines).toHaveLength(2);
    expect(codes).toEqual(["guid8_shared"]);
    const bot = { guid: "OMNIBOT0", name: "[BOT]Karl" };
    const bots = opened(statsText({}, [bot, bot]));
    expect(bots.value.lines).toHaveLength(2);
    expect(bots.codes).toEqual([]);
  });

  it("more minutes than the limit allows are a warning", () => {
    const long = [{ tab: { time_played_minutes: 16 } }];
    expect(opened(statsText({}, long)).codes).toEqual(["time_above_limit"]);
    const second = NAME.replace("round-1", "round-2");
    expect(opened(statsText({ round: 2 }, long), second).codes).toEqual([]);
  });
});

describe("bytes", () => {
  it("a byte order mark and CRLF change nothing", () => {
    const text = statsText({}, [{}, { guid: "AAAA0002", name: "^1b" }]);
    const plain = opened(text).value;
    expect(opened(`\ufeff${text.replaceAll("\n", "\r\n")}`).value).toEqual(plain);
  });

  it("UTF-8 and Latin-1 names can stand in one file", () => {
    const parts = [bytesOf(`${headerText()}\n${lineText({ name: "žuža" })}\n`)];
    const latin = Buffer.from(`${lineText({ guid: "AAAA0002", name: "Café" })}\n`, "latin1");
    const bytes = new Uint8Array(Buffer.concat([...parts, latin]));
    const result = parseStatsFile(bytes, NAME);
    expect(result.ok && result.value.lines.map((line) => line.name)).toEqual(["žuža", "Café"]);
    expect(result.ok && result.value.flags).toEqual(["decoded_cp1252:1"]);
  });
});
