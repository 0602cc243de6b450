import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BROOK, bytesOf, entry, MOTH, playerOf, reportOf } from "../../test/support/reports.ts";
import { parseReport } from "./parse-report.ts";
import { storableReport } from "./storable-report.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const chat = entry(3, "message", { player: MOTH, command: "say_team", message: "push the gate" });
const full = reportOf(
  {
    server_ip: "192.0.2.1",
    server_port: "27960",
    messages: [{ guid: "A1A1A1A1", message: "push the gate" }],
    novelty: "x",
  },
  { gamelog: [entry(0, "round_start"), chat, entry(4, "dance", { player: MOTH })] },
);
const match = {
  match: {
    match_id: 90001,
    channel_name: "Gather",
    alpha_team: [{ id: "1413857273236492000", nick: "moth on Discord" }],
    server: { ip: "192.0.2.1", port: 27960, pw: "hush" },
    winner: "alpha",
    rounds: [{ round_filename: null, round_data: JSON.stringify(full) }, { round_data: null }],
  },
};

describe("what is stored of a report", () => {
  it.each([
    ["round report", full],
    ["match report", match],
  ])("a %s: no chat, address, port, password or account, nothing that is not read", (_, json) => {
    const stored = text(storableReport(bytesOf(json)));
    for (const word of ["push the gate", "192.0.2.1", "27960", "hush", "Discord", "1413857273"]) {
      expect(stored).not.toContain(word);
    }
    for (const word of ["novelty", "dance", "Gather", "message"]) {
      expect(stored).not.toContain(word);
    }
  });

  it.each([
    ["round report", full],
    ["match report", match],
    ["report whose round is refused", reportOf({ round: 3 })],
    ["report of 65 rounds", { match: { rounds: new Array(65).fill({}) } }],
  ])("a %s reads as before, and is stored the same again", (_, json) => {
    const stored = storableReport(bytesOf(json));
    expect(parseReport(stored, "x.json")).toEqual(parseReport(bytesOf(json), "x.json"));
    expect(storableReport(stored)).toEqual(stored);
    expect(storableReport(json)).toEqual(stored);
  });

  it.each(["", "{", "[1]", '{"embeds":[]}', "null"])("of %j there is nothing to store", (other) => {
    expect(text(storableReport(bytesOf(other)))).toBe("{}");
  });

  it("any value in any place of a report reads as before", () => {
    const player = playerOf(MOTH, 1);
    const wild = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(-0, 1e308, "\ud800", "\uf7ff", "\\u{c3}\\u{b6}", "__proto__"),
    );
    const place = fc.constantFrom(
      ...Object.keys(reportOf()["round_info"] as object).map((key) => ["round_info", key]),
      ...Object.keys(player).map((key) => ["player", key]),
      ["player", "obj_planted"],
      ["player", "stance_stats_seconds"],
      ["player", "shoves_given"],
      ["entry", "killer"],
      ["entry", "leveltime"],
      ["entry", "killer_pos"],
      ["whole", "gamelog"],
      ["whole", "metadata"],
      ["whole", "player_stats"],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(place, wild), { minLength: 1, maxLength: 4 }), (changes) => {
        const kill = entry(9, "kill", { killer: MOTH, victim: BROOK, killer_pos: "1 2 3" });
        const whole = reportOf();
        const parts: Record<string, Record<string, unknown>> = {
          round_info: whole["round_info"] as Record<string, unknown>,
          player: { ...player },
          entry: kill,
          whole,
        };
        whole["player_stats"] = { [MOTH]: parts["player"], [BROOK]: playerOf(BROOK, 2) };
        whole["gamelog"] = [entry(0, "round_start"), kill];
        for (const [[part = "", key = ""], value] of changes) {
          const holder = parts[part];
          if (holder) holder[key] = value;
        }
        const bytes = bytesOf(whole);
        const stored = storableReport(bytes);
        expect(parseReport(stored, "x")).toEqual(parseReport(bytes, "x"));
        expect(storableReport(stored)).toEqual(stored);
      }),
      { numRuns: 300 },
    );
  });
});
