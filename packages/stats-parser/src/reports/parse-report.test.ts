import { describe, expect, it } from "vitest";
import {
  BROOK,
  bytesOf,
  FERN,
  LENGTH_MS,
  MOTH,
  playerOf,
  readRound,
  reportOf,
  UNIX_START,
} from "../../test/support/reports.ts";
import { StatsParseError } from "../result.ts";
import { parseReport, parseReportOrThrow } from "./parse-report.ts";

const END = UNIX_START + LENGTH_MS / 1000;
const parse = (json: unknown, name = "report.json") => parseReport(bytesOf(json), name);

describe("a round report", () => {
  it("is a stats file with ten of the 38 fields, and a webhook's times and line-ups", () => {
    const { stats, telemetry, elapsedSeconds } = readRound(reportOf());
    expect(stats.header).toMatchObject({ fields: 8, timeLimitSeconds: 720, playtimeText: null });
    expect(stats.lines.map(({ guid }) => guid)).toEqual(["A1A1A1A1", "B2B2B2B2"]);
    const [line] = stats.lines;
    expect(line?.tab?.slice(0, 10)).toEqual([1250, 830, 12, 0, 3, 1, 0, 0, 81.4, 42]);
    expect(line?.absent).toEqual(Array.from({ length: 28 }, (_, index) => index + 10));
    expect(line).toMatchObject({ weaponMask: 20, badFields: [], flags: [], playedSeconds: null });
    expect(telemetry).toMatchObject({
      source: "report",
      startUnix: UNIX_START,
      endUnix: END,
      winnerSide: 2,
      defenderSide: 1,
      timeLimitMinutes: 12,
      axis: [{ guid: MOTH }],
      allies: [{ guid: BROOK }],
    });
    expect(elapsedSeconds).toBe(316);
  });

  it("is the same with numbers as text and text as numbers", () => {
    const plain = reportOf();
    const [info, stats] = [plain["round_info"], plain["player_stats"]] as Record<string, object>[];
    const text = Object.entries(info ?? {}).map(([key, value]) => [key, String(value)]);
    const players = Object.entries(stats ?? {}).map(([guid, player]) => {
      const { weaponStats, rounds } = player as { weaponStats: string[]; rounds: string };
      return [guid, { ...player, weaponStats: weaponStats.map(Number), rounds: Number(rounds) }];
    });
    const loose = {
      round_info: { ...Object.fromEntries(text), matchID: 70001 },
      player_stats: Object.fromEntries(players),
    };
    expect(parse(loose)).toEqual(parse(plain));
  });

  it("is accepted with a byte order mark, NULs at the end, raw control bytes and broken escapes", () => {
    const text = JSON.stringify(reportOf({ servername: "SERVER" }));
    const read = parse(`\ufeff${text.replace("SERVER", "a\u0007b\\x")}\0\0\n`);
    expect(read.ok && read.value.rounds[0]?.stats.header.server).toBe("a\u0007b\\x");
  });

  it("takes its stamp from its name, else 3 s behind its end in UTC", () => {
    const named = readRound(reportOf(), "stats-7-2026-04-10-194751-supply-round-1.json");
    expect(named.stats.stamp).toMatchObject({ date: "2026-04-10", time: "194751" });
    const { stamp } = readRound(reportOf()).stats;
    expect(stamp).toEqual({ date: "2026-04-10", time: "174751", naiveMs: (END + 3) * 1000 });
  });
});

describe("when a round ended", () => {
  const none = { round_start: 0, round_end: 0, round_start_unix: 0, round_end_unix: 0 };
  const log = (unixtime: number) => ({ gamelog: [{ label: "round_end", unixtime }] });
  const old = "70001_meadow_supply_round_1_1775843271.json";
  it.each([
    ["`round_end_unix`", {}, {}, "x.json", END],
    ["in milliseconds", { round_end_unix: END * 1000 }, {}, "x.json", END],
    ["start and length", { round_end_unix: null }, {}, "x.json", END],
    ["the gamelog's end", none, log(END * 1000), "x.json", END],
    ["the gamelog's end in seconds", none, log(END), "x.json", END],
    ["an old file's name", none, {}, old, END],
    ["a level time where the clock should be", { round_end_unix: 716_000 }, {}, old, END],
  ])("%s", (_, info, more, name, end) => {
    expect(readRound(reportOf(info, more), name).telemetry.endUnix).toBe(end);
  });

  it("is not taken from a stamp of unknown zone", () => {
    const name = "stats-7-2026-04-10-194751-supply-round-1.json";
    expect(parse(reportOf(none), name)).toMatchObject({
      ok: false,
      error: { code: "bad_field", field: "round_info.round_end_unix" },
    });
  });
});

describe("what is refused", () => {
  const many = Object.fromEntries(
    Array.from({ length: 65 }, (_, n) => String(n).padStart(32, "0")).map((guid) => [
      guid,
      playerOf(guid, 1),
    ]),
  );
  it.each([
    ["nothing", "", "empty", undefined],
    ["no JSON", "{", "bad_json", undefined],
    ["a list", "[]", "bad_json", undefined],
    ["other JSON", "{}", "bad_json", undefined],
    ["no `round_info`", { player_stats: {} }, "bad_field", "round_info"],
    ["no map", reportOf({ mapname: "" }), "bad_field", "round_info.mapname"],
    ["a path as map", reportOf({ mapname: "../x" }), "bad_field", "round_info.mapname"],
    ["a third round", reportOf({ round: 3 }), "bad_round", "round_info.round"],
    ["no round", reportOf({ round: null }), "bad_round", "round_info.round"],
    ["no players", reportOf({}, { player_stats: [] }), "no_players", "player_stats"],
    ["players as text", reportOf({}, { player_stats: "x" }), "bad_field", "player_stats"],
    ["65 players", reportOf({}, { player_stats: many }), "bad_field", "player_stats"],
    ["a match without rounds", { match: { rounds: [] } }, "bad_field", "rounds"],
    ["65 rounds", { match: { rounds: new Array(65).fill({}) } }, "bad_field", "rounds"],
    ["a match of nothing", { match: { rounds: [null] } }, "bad_field", "rounds[0].round_info"],
  ])("%s", (_, json, code, field) => {
    const read = parse(json, "/tmp/report.json");
    expect(read).toMatchObject({ ok: false, error: { code, file: "report.json" } });
    expect(!read.ok && read.error.field).toBe(field);
  });

  it("more than 16 MB", () => {
    const read = parseReport(new Uint8Array(16 * 1024 * 1024 + 1), "x");
    expect(read).toMatchObject({ ok: false, error: { code: "too_large" } });
  });

  it("throws the package's own error where that is asked for", () => {
    expect(() => parseReportOrThrow(bytesOf("{"), "x.json")).toThrow(StatsParseError);
  });
});

describe("a player who cannot be read costs nobody else his line", () => {
  const numbers = "20 3 9 1 0 1 40 120 6 2 5 1250 830 12 0 3 1 0 0 81.4 42".split(" ");
  it.each([
    ["a key of 8 characters", "C3C3C3C3", {}],
    ["a key that is no GUID", "name or 192.0.2.7", {}],
    ["a `guid` of somebody else", FERN, { guid: "C3C3C3C4" }],
    ["no `team`", FERN, { team: null }],
    ["a fifth team", FERN, { team: 4 }],
    ["no `rounds`", FERN, { rounds: "x" }],
    ["no numbers", FERN, { weaponStats: null }],
    ["numbers as text", FERN, { weaponStats: numbers.join(" ") }],
    ["one number short", FERN, { weaponStats: numbers.slice(0, -1) }],
    ["one number more", FERN, { weaponStats: [...numbers, "1"] }],
    ["two numbers in one", FERN, { weaponStats: ["20", "3 9", ...numbers.slice(3)] }],
    ["a mask without weapons", FERN, { weaponStats: ["0", ...numbers.slice(11)] }],
    ["a name of 256 characters", FERN, { name: "x".repeat(256) }],
  ])("%s", (_, key, more) => {
    const player_stats = {
      [MOTH]: playerOf(MOTH, 1),
      [key]: playerOf(FERN, 2, more),
      [BROOK]: playerOf(BROOK, 2),
    };
    const read = parse(reportOf({}, { player_stats }));
    const [round] = read.ok ? read.value.rounds : [];
    expect(round?.stats.lines.map(({ guid }) => guid)).toEqual(["A1A1A1A1", "B2B2B2B2"]);
    expect(round?.stats).toMatchObject({ rejectedLines: 1, flags: ["player_lines_rejected:1"] });
    const warnings = read.ok ? read.warnings : [];
    expect(warnings[0]).toMatchObject({ code: "player_line_rejected", field: "player_stats[2]" });
    expect(JSON.stringify(warnings)).not.toContain("192.0.2.7");
  });

  it("garbled tab fields are 0 and flagged, as in a stats file", () => {
    const weaponStats = [...numbers.slice(0, -3), "-7", "81.40000000000001", "?"];
    const player_stats = { [MOTH]: playerOf(MOTH, 1, { weaponStats }) };
    const [line] = readRound(reportOf({}, { player_stats })).stats.lines;
    expect(line?.tab?.slice(7, 10)).toEqual([0, 81.4, 0]);
    expect(line?.badFields).toEqual(["team_gibs", "xp"]);
  });

  it("two humans who share their first eight characters are both read, with a flag", () => {
    const twin = `${MOTH.slice(0, 31)}2`;
    const player_stats = { [MOTH]: playerOf(MOTH, 1), [twin]: playerOf(twin, 2) };
    const { stats, telemetry } = readRound(reportOf({}, { player_stats }));
    expect(stats.flags).toEqual(["guid8_shared"]);
    expect([telemetry.axis[0]?.guid, telemetry.allies[0]?.guid]).toEqual([MOTH, twin]);
  });

  it("a bot's GUID is a whole one", () => {
    const bot = "OMNIBOT0100000000000000000000000";
    const player_stats = { [bot]: playerOf(bot, 1, { name: "[BOT]Hal" }) };
    expect(readRound(reportOf({}, { player_stats })).stats.lines[0]?.bot).toBe(true);
  });
});

describe("a match report", () => {
  const round = (info: object, round_filename: string | null = null) => ({
    round_filename,
    round_data: reportOf({ ...info }),
  });
  const later = { round: 2, round_end_unix: END + 900, round_start_unix: END + 500 };

  it("has its rounds in order of play, called by their place in the file", () => {
    const rounds = [round(later), round({ round: 9 }), round({})];
    const read = parse({ match: { rounds } }, "match-7.json");
    expect(read.ok && read.value.shape).toBe("match");
    const names = read.ok ? read.value.rounds.map(({ name }) => name) : [];
    expect(names).toEqual(["match-7.json#3", "match-7.json#1"]);
    expect(read.ok && read.value.refused).toMatchObject([
      { code: "bad_round", file: "match-7.json", field: "rounds[1].round_info.round" },
    ]);
  });

  it("refuses rounds that ended more than a day from the others, wherever they stand", () => {
    const endingAt = (end: number) =>
      round({ round_start_unix: end - LENGTH_MS / 1000, round_end_unix: end });
    const day = 86_400;
    const rounds = [END - 4 * 365 * day, END, END + day, END + day + 1].map(endingAt);
    const read = parse({ match: { rounds } }, "match-7.json");
    expect(read.ok && read.value.rounds.map(({ name }) => name)).toEqual([
      "match-7.json#2",
      "match-7.json#3",
    ]);
    const refused = [0, 3].map((index) => ({
      code: "bad_field",
      file: "match-7.json",
      field: `rounds[${index}].round_info.round_end_unix`,
    }));
    expect(read.ok && read.value.refused).toMatchObject(refused);
  });

  it("may hold its rounds as JSON text, and may lack its `match`", () => {
    const { round_data } = round({});
    const object = parse({ match: { match_id: "70001", rounds: [{ round_data }] } });
    const text = { match_id: "70001", rounds: [{ round_data: JSON.stringify(round_data) }] };
    expect(parse(text)).toEqual(object);
  });

  it("its one round bears the file's name; the round's own name tells its stamp", () => {
    const rounds = [round({}, "stats-7-2026-04-10-194751-supply-round-1.json")];
    const [read] = parseReportOrThrow(bytesOf({ match: { rounds } }), "match-7.json").rounds;
    expect(read?.name).toBe("match-7.json");
    expect(read?.stats.stamp?.time).toBe("194751");
  });
});

describe("the fixture", () => {
  const scores = (more: object) => ({
    metadata: {
      matchID: "70001",
      scores: {
        alpha_teamname: "^1Alpha",
        beta_teamname: "^4Beta",
        round: { round_num: 1, alpha_side: 2 },
        ...more,
      },
    },
  });
  const wrapped = (match: object, info: Record<string, unknown> = {}) => ({
    match: { ...match, rounds: [{ round_data: reportOf(info) }] },
  });
  it.each([
    ["the server's number", reportOf(), "70001"],
    ["metadata before the copy", reportOf({ matchID: "other" }, scores({})), "70001"],
    ["the number before it was replaced", reportOf({ original_match_id: "7" }), "7"],
    ["a match's original number", wrapped({ original_match_id: "7", match_id: "uuid" }), "7"],
    ["the number of its rounds", wrapped({ match_id: "uuid" }), "70001"],
    ["the match's number", wrapped({ match_id: 90001 }, { matchID: null }), "90001"],
    ["the match's, not a time", wrapped({ match_id: 90001 }, { matchID: String(END) }), "90001"],
  ])("is known by %s", (_, json, id) => {
    expect(readRound(json).fixture?.id).toBe(id);
  });

  it("is none where the server took the time for want of a number", () => {
    expect(readRound(reportOf({ matchID: String(UNIX_START) })).fixture).toBeNull();
    expect(readRound(reportOf({ matchID: "" })).fixture).toBeNull();
  });

  it("tells team names with colours, alpha's side, and the winner once it is over", () => {
    expect(readRound(reportOf({}, scores({}))).fixture).toEqual({
      id: "70001",
      alphaName: "^1Alpha",
      betaName: "^4Beta",
      alphaSide: 2,
      winner: null,
    });
    const over = scores({ match_finished: true, match_winner: "draw" });
    expect(readRound(reportOf({}, over)).fixture?.winner).toBe("draw");
    const open = scores({ match_finished: false, match_winner: "alpha" });
    expect(readRound(reportOf({}, open)).fixture?.winner).toBeNull();
    expect(readRound(wrapped({ winner: "beta" })).fixture?.winner).toBe("beta");
  });

  it("leaves alpha's side out when the scores are of another round", () => {
    const read = parse(reportOf({}, scores({ round: { round_num: 2, alpha_side: 1 } })));
    expect(read.ok && read.value.rounds[0]?.fixture?.alphaSide).toBeNull();
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["scores_mismatch"]);
  });
});
