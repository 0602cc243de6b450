import { describe, expect, it } from "vitest";
import { orThrow } from "./result.ts";
import { roundTelemetryOf } from "./round-telemetry.ts";

const END = 1760126824;
const A = "D2F09CA120257DF351FDC513B27EC11B";
const B = "184ECC2DE1684AEFC0848B2ED68DA52A";

/** A whole body; `fields` replaces or adds fields by name, null takes one away. */
function body(fields: Record<string, unknown> = {}, footer = "Slomix Lua Webhook v1.6.0") {
  const all: Record<string, unknown> = {
    Map: "supply",
    Round: "1",
    Winner: "2",
    Defender: "1",
    Lua_Playtime: "362 sec",
    Lua_Timelimit: "15 min",
    Lua_Pauses: "0 (0 sec)",
    Lua_EndReason: "objective",
    Lua_Warmup: "0 sec",
    Lua_WarmupStart: "0",
    Lua_RoundStart: String(END - 362),
    Lua_RoundEnd: String(END),
    Lua_SurrenderTeam: "0",
    Lua_SurrenderCaller: "",
    Lua_SurrenderCallerName: "",
    Lua_AxisScore: "0",
    Lua_AlliesScore: "1",
    Axis_JSON: JSON.stringify([{ guid: A, name: "wobble." }]),
    Allies_JSON: JSON.stringify([{ guid: B.toLowerCase(), name: "^dcri^$sp" }]),
    Lua_Pauses_JSON: "[]",
    ...fields,
  };
  const list = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value, inline: true }));
  return { content: "STATS_READY", embeds: [{ fields: list, footer: { text: footer } }] };
}

const read = (fields: Record<string, unknown> = {}) =>
  orThrow(roundTelemetryOf(body(fields), { file: "x.json" }));
const refusal = (fields: Record<string, unknown>) => {
  const result = roundTelemetryOf(body(fields), { file: "x.json" });
  return result.ok ? null : result.error;
};
const warned = (fields: Record<string, unknown>) => {
  const result = roundTelemetryOf(body(fields), { file: "x.json" });
  return result.ok ? result.warnings.map(({ code, field }) => `${code} ${field}`) : null;
};

describe("a webhook's body", () => {
  it("is read field by field", () => {
    expect(roundTelemetryOf(body(), { file: "x.json" })).toEqual({
      ok: true,
      value: {
        source: "webhook",
        file: "x.json",
        map: "supply",
        round: 1,
        winnerSide: 2,
        defenderSide: 1,
        startUnix: END - 362,
        endUnix: END,
        playtimeSeconds: 362,
        timeLimitMinutes: 15,
        pauseCount: 0,
        pauseSeconds: 0,
        pauses: [],
        endReason: "objective",
        warmupSeconds: null,
        warmupStartUnix: null,
        surrenderSide: null,
        surrenderCallerGuid: null,
        surrenderCallerName: null,
        exit: null,
        axisScore: 0,
        alliesScore: 1,
        axis: [{ guid: A, name: "wobble.", rawName: "wobble." }],
        allies: [{ guid: B, name: "crisp", rawName: "^dcri^$sp" }],
        spawnStats: [],
        version: "1.6.0",
      },
      warnings: [],
    });
  });

  it("may come as text, and with numbers for values", () => {
    const text = JSON.stringify(body({ Round: 2, Lua_RoundEnd: END }));
    const result = roundTelemetryOf(text, { file: "x.json" });
    expect(result).toMatchObject({ ok: true, value: { round: 2, endUnix: END }, warnings: [] });
  });

  it("takes field names in any case, and those of older senders", () => {
    const old = {
      Lua_Playtime: null,
      Lua_Timelimit: null,
      Lua_Pauses: null,
      Lua_EndReason: null,
      Lua_RoundStart: null,
      Lua_RoundEnd: null,
      duration: "362 sec",
      "time limit": "15 min",
      PAUSES: "1 (30 sec)",
      "End Reason": "objective",
      "Start Unix": String(END - 392),
      "End Unix": String(END),
    };
    expect(read(old)).toMatchObject({
      playtimeSeconds: 362,
      timeLimitMinutes: 15,
      pauseCount: 1,
      pauseSeconds: 30,
      endReason: "objective",
      startUnix: END - 392,
      endUnix: END,
    });
    expect(read({ Lua_Playtime: "6:02", Lua_Timelimit: "14:30" })).toMatchObject({
      playtimeSeconds: 362,
      timeLimitMinutes: 14.5,
    });
  });

  it("reads a time limit with decimals, and the exact one where a sender adds it", () => {
    expect(read({ Lua_Timelimit: "6.22 min" }).timeLimitMinutes).toBe(6.22);
    expect(read({ Lua_Timelimit: "6 min", Lua_TimelimitSec: "375" }).timeLimitMinutes).toBe(6.25);
    expect(read({ Lua_Timelimit: "0 min" }).timeLimitMinutes).toBeNull();
  });

  it("takes missing, empty, a dash and 0 for the same thing", () => {
    for (const nothing of [null, "", "  ", "-", "0"]) {
      const fields = {
        Winner: nothing,
        Defender: nothing,
        Lua_Playtime: nothing,
        Lua_RoundStart: nothing,
        Lua_SurrenderTeam: nothing,
        Lua_SurrenderCaller: nothing,
      };
      expect(read(fields)).toMatchObject({
        winnerSide: null,
        defenderSide: null,
        playtimeSeconds: null,
        startUnix: null,
        surrenderSide: null,
        surrenderCallerGuid: null,
      });
      expect(warned(fields)).toEqual([]);
    }
  });

  it("reads round 0 as Round 2: the engine's own count", () => {
    expect(read({ Round: "0" }).round).toBe(2);
    expect(read({ Round: 0 }).round).toBe(2);
    expect(read({ Round: "2" }).round).toBe(2);
  });

  it("reads who called a surrender, and the exit line of a sender that has it", () => {
    const fields = {
      Lua_EndReason: "surrender",
      Lua_SurrenderTeam: "2",
      Lua_SurrenderCaller: A.toLowerCase(),
      Lua_SurrenderCallerName: "^$wobble.",
      Lua_Exit: "Allies Surrender",
    };
    expect(read(fields)).toMatchObject({
      surrenderSide: 2,
      surrenderCallerGuid: A,
      surrenderCallerName: "wobble.",
      exit: "Allies Surrender",
    });
  });

  it("reads pauses; without a count they are counted", () => {
    const list = JSON.stringify([{ n: 1, start: END - 300, end: END - 270, sec: 30 }]);
    const pause = { startUnix: END - 300, endUnix: END - 270, seconds: 30 };
    expect(read({ Lua_Pauses: "1 (30 sec)", Lua_Pauses_JSON: list })).toMatchObject({
      pauseCount: 1,
      pauseSeconds: 30,
      pauses: [pause],
    });
    expect(read({ Lua_Pauses: null, Lua_Pauses_JSON: list })).toMatchObject({
      pauseCount: 1,
      pauseSeconds: 30,
    });
  });

  it("knows the sender's version, or not", () => {
    const of = (footer: string) =>
      orThrow(roundTelemetryOf(body({}, footer), { file: "x" })).version;
    expect(of("Slomix Lua Webhook v1.7.2")).toBe("1.7.2");
    expect(of("Slomix Lua Webhook")).toBeNull();
  });
});

describe("a body that is refused names the field", () => {
  it.each([
    [{ Map: null }, "bad_field", "Map"],
    [{ Map: "unknown" }, "bad_field", "Map"],
    [{ Map: "../../etc/passwd" }, "bad_field", "Map"],
    [{ Map: "m".repeat(51) }, "bad_field", "Map"],
    [{ Round: null }, "bad_field", "Round"],
    [{ Round: "-1" }, "bad_field", "Round"],
    [{ Round: "one" }, "bad_field", "Round"],
    [{ Round: "3" }, "bad_round", "Round"],
    [{ Round: "1.5" }, "bad_round", "Round"],
    [{ Lua_RoundEnd: null }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_RoundEnd: "0" }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_RoundEnd: "1577836799" }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_RoundEnd: "4102444800" }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_RoundEnd: "1760126824.5" }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_RoundEnd: "9".repeat(400) }, "bad_field", "Lua_RoundEnd"],
    [{ Lua_Playtime: "1 sec" }, "ghost_round", "Lua_Playtime"],
    [{ Lua_Playtime: "29 sec" }, "ghost_round", "Lua_Playtime"],
  ])("%j: %s %s", (fields, code, field) => {
    expect(refusal(fields)).toMatchObject({ code, field, file: "x.json" });
  });

  it("takes the edges of what is possible", () => {
    expect(read({ Lua_RoundEnd: "1577836800", Lua_RoundStart: null }).endUnix).toBe(1577836800);
    expect(read({ Lua_RoundEnd: "4102444799" }).endUnix).toBe(4102444799);
    expect(read({ Lua_Playtime: "30 sec" }).playtimeSeconds).toBe(30);
    expect(read({ Lua_Playtime: "0 sec" }).playtimeSeconds).toBeNull();
  });

  it.each([
    ["null", null],
    ["a number", 5],
    ["a list", []],
    ["no embed", {}],
    ["an embed that is none", { embeds: ["x"] }],
    ["an embed without fields", { embeds: [{}] }],
    ["text that is no JSON", "{"],
  ])("%s is no body", (_, value) => {
    expect(roundTelemetryOf(value, { file: "x.json" })).toMatchObject({
      ok: false,
      error: { code: "bad_json" },
    });
  });

  it("does not mind fields that are none", () => {
    const { fields = [] } = body().embeds[0] ?? {};
    const odd = {
      embeds: [{ fields: [null, 5, {}, { name: 5, value: "x" }, { name: "Map" }, ...fields] }],
    };
    // The first of a name holds, and it is empty here.
    expect(roundTelemetryOf(odd, { file: "x.json" })).toMatchObject({
      ok: false,
      error: { field: "Map" },
    });
  });
});

describe("one bad value costs only itself", () => {
  it.each([
    [{ Winner: "3" }, "bad_field Winner"],
    [{ Defender: "axis" }, "bad_field Defender"],
    [{ Lua_Playtime: "long" }, "bad_field Lua_Playtime"],
    [{ Lua_Playtime: "99999999 sec" }, "bad_field Lua_Playtime"],
    [{ Lua_Timelimit: "1e400 min" }, "bad_field Lua_Timelimit"],
    [{ Lua_Timelimit: "-5 min" }, "bad_field Lua_Timelimit"],
    [{ Lua_RoundStart: "12345" }, "bad_field Lua_RoundStart"],
    [{ Lua_RoundStart: String(END + 1) }, "bad_field Lua_RoundStart"],
    [{ Lua_SurrenderCaller: "someone" }, "bad_field Lua_SurrenderCaller"],
    [{ Lua_AxisScore: "1000000" }, "bad_field Lua_AxisScore"],
    [{ Axis_JSON: "[{" }, "bad_json_field Axis_JSON"],
    [{ Axis_JSON: '{"guid":"x"}' }, "bad_json_field Axis_JSON"],
    [{ Axis_JSON: "5" }, "bad_json_field Axis_JSON"],
    [{ Axis_JSON: "[5]" }, "bad_json_field Axis_JSON"],
    [{ Lua_Pauses_JSON: "nil" }, "bad_json_field Lua_Pauses_JSON"],
    [{ Axis_JSON: '[{"guid":"D2F09CA1","name":"x"}]' }, "lineup_entry_rejected Axis_JSON"],
    [{ Axis_JSON: `[{"guid":"${B}","name":"x"}]` }, "lineup_entry_rejected Allies_JSON"],
    [{ Lua_Pauses_JSON: '[{"start":1,"end":2,"sec":1}]' }, "pause_rejected Lua_Pauses_JSON"],
    [
      { Lua_Pauses_JSON: `[{"start":${END},"end":${END - 5},"sec":5}]` },
      "pause_rejected Lua_Pauses_JSON",
    ],
  ])("%j: %s", (fields, warning) => {
    expect(warned(fields)).toEqual([warning]);
  });

  it("reads an empty table of the script as an empty list", () => {
    expect(warned({ Axis_JSON: "{}", Lua_Pauses_JSON: "{}" })).toEqual([]);
    expect(read({ Axis_JSON: "{}" }).axis).toEqual([]);
  });

  it("takes no more players than a server has slots", () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      guid: i.toString(16).toUpperCase().padStart(32, "0"),
      name: "x",
    }));
    expect(read({ Axis_JSON: JSON.stringify(many) }).axis).toHaveLength(64);
    expect(warned({ Axis_JSON: JSON.stringify(many) })).toEqual(["list_too_long Axis_JSON"]);
  });

  it("keeps an unusual but legal player", () => {
    const list = JSON.stringify([{ guid: "OMNIBOT0100000000000000000000000" }]);
    expect(read({ Axis_JSON: list }).axis).toEqual([
      { guid: "OMNIBOT0100000000000000000000000", name: "OMNIBOT0", rawName: "" },
    ]);
  });
});

describe("`meta` of a gametime file", () => {
  const meta = {
    map: "supply",
    round: 1,
    round_start_unix: END - 362,
    round_end_unix: END,
    actual_duration_seconds: 362,
    warmup_seconds: 12,
    pause_seconds: 30,
    pause_count: 1,
  };

  it("fills in what the body lacks", () => {
    const lacking = body({
      Map: null,
      Round: null,
      Lua_RoundStart: null,
      Lua_RoundEnd: null,
      Lua_Playtime: null,
      Lua_Pauses: null,
      Lua_Warmup: null,
    });
    expect(roundTelemetryOf(lacking, { file: "x", source: "gametime", meta })).toMatchObject({
      ok: true,
      value: {
        source: "gametime",
        map: "supply",
        round: 1,
        startUnix: END - 362,
        endUnix: END,
        playtimeSeconds: 362,
        pauseCount: 1,
        pauseSeconds: 30,
        warmupSeconds: 12,
      },
      warnings: [],
    });
  });

  it("does not overrule the body: a difference is a warning", () => {
    const other = { ...meta, map: "Supply", round: 2, round_end_unix: END + 60 };
    const result = roundTelemetryOf(body(), { file: "x", meta: other });
    expect(result).toMatchObject({ ok: true, value: { map: "supply", round: 1, endUnix: END } });
    expect(result.ok && result.warnings.map(({ code, field }) => `${code} ${field}`)).toEqual([
      "meta_mismatch meta.round",
      "meta_mismatch meta.round_end_unix",
    ]);
  });

  it("is nothing when it is no object", () => {
    expect(roundTelemetryOf(body(), { file: "x", meta: "meta" }).ok).toBe(true);
  });

  it("carries spawns and deaths", () => {
    const row = { guid: A.toLowerCase(), name: "^dwob", spawns: 9, deaths: 8, dead_seconds: 46 };
    const times = { avg_respawn: 5, max_respawn: 13 };
    const spawn_stats = [{ ...row, ...times }, { ...row, ...times }, row, { ...row, deaths: -1 }];
    const result = roundTelemetryOf(body(), { file: "x", meta: { spawn_stats } });
    expect(orThrow(result).spawnStats).toEqual([
      {
        guid: A,
        name: "wob",
        spawns: 9,
        deaths: 8,
        deadSeconds: 46,
        avgRespawnSeconds: 5,
        maxRespawnSeconds: 13,
      },
    ]);
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual([
      "spawn_stats_rejected",
      "spawn_stats_rejected",
      "spawn_stats_rejected",
    ]);
  });
});
