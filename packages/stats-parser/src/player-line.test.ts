import { describe, expect, it } from "vitest";
import { lineText } from "../test/support/stats-text.ts";
import { readPlayerLine } from "./player-line.ts";
import type { ParseWarning } from "./result.ts";

function read(text: string, cut = false) {
  const warnings: ParseWarning[] = [];
  const result = readPlayerLine(text, 0, text.length, 7, cut, warnings);
  return { result, warnings, codes: warnings.map((warning) => warning.code) };
}

function line(text: string, cut = false) {
  const { result, ...rest } = read(text, cut);
  if (!result.ok) throw new Error(result.reason);
  return { ...result.line, otherShots: result.otherShots, ...rest };
}

const reason = (text: string, cut = false) => {
  const { result } = read(text, cut);
  return result.ok ? null : `${result.code}: ${result.reason}`;
};

describe("a player line", () => {
  it("is read as written", () => {
    const text = lineText({
      guid: "1a2b3c4d",
      name: "^1Fox^7trot",
      rounds: 1,
      side: 2,
      weapons: { LUGER: [6, 20, 1, 1, 1], MP40: [90, 300, 9, 5, 14], GRENADE: [4, 6, 2, 1, 0] },
      tab: { damage_given: 2100, xp: -12, time_played_minutes: 8.5, revives_given: 3 },
    });
    const { tab, ...read } = line(text);
    expect(read).toMatchObject({
      line: 7,
      guid: "1A2B3C4D",
      name: "Foxtrot",
      rawName: "^1Fox^7trot",
      bot: false,
      rounds: 1,
      side: 2,
      weaponMask: 2068,
      weapons: [6, 20, 1, 1, 1, 90, 300, 9, 5, 14, 4, 6, 2, 1, 0],
      flags: [],
      warnings: [],
    });
    expect(tab).toHaveLength(38);
    expect([tab?.[0], tab?.[9], tab?.[20], tab?.[22], tab?.[37]]).toEqual([2100, -12, 326, 8.5, 3]);
  });

  it("takes a name with separators, tabs and spaces as it is", () => {
    expect(line(lineText({ name: " a | b;\tc, 1 2 3 " })).rawName).toBe(" a | b;\tc, 1 2 3 ");
  });

  it.each([
    ["", "fewer than five fields"],
    ["junk without separators", "fewer than five fields"],
    ["AAAA0001\\fox\\0\\1", "fewer than five fields"],
    ["AAAA0001\\fox\\0\\1\\", "no weapon mask"],
    ["AAAA0001\\fox\\0\\1\\16", "do not fit the mask"],
    ["AAAA0001\\fox\\0\\1\\0 1 1 1 1 1 \t0", "no known weapon"],
    ["AAAA0001\\fox\\0\\1\\16 1 2 3 4 \t0", "do not fit the mask"],
    ["AAAA0001\\fox\\0\\1\\16 1 2 3 4 5 6 \t0", "do not fit the mask"],
    ["AAAA0001\\fox\\0\\1\\18 1 2 3 4 5 \t0", "do not fit the mask"],
    ["AAAA0001\\fox\\0\\1\\16 1 2 3 4 5.5 \t0", "not a whole number"],
    ["AAAA0001\\fox\\0\\1\\16 1 2 3 - 5 \t0", "not a whole number"],
    ["AAAA0001\\fox\\0\\1\\-16 1 2 3 4 5 \t0", "out of range"],
    ["AAAA0001\\fox\\0\\1\\16 1 2 -3 4 5 \t0", "negative weapon number"],
    ["AAAA0001\\fox\\0\\1\\16 1 200000 3 4 5 \t0", "above 100000"],
    ["AAAA0001\\fox\\x\\1\\16 1 2 3 4 5 \t0", "rounds"],
    ["AAAA0001\\fox\\0\\9\\16 1 2 3 4 5 \t0", "team"],
    ["\\fox\\0\\1\\16 1 2 3 4 5 \t0", "no GUID"],
  ])("%j is refused", (text, why) => {
    expect(reason(text)).toContain("player_line_rejected");
    expect(reason(text)).toContain(why);
  });
});

describe("odd, but readable", () => {
  it("tab fields that are no number, negative, too large or fractional counts become 0", () => {
    const text = lineText({
      tab: {
        damage_given: "-5",
        damage_received: "99999999999999999999",
        gibs: "1.5",
        self_kills: "x",
        team_kills: "",
        time_dead_minutes: "-nan",
        xp: "-5",
        revives_given: "2.0",
      },
    });
    const read = line(text);
    const bad = ["damage_given", "damage_received", "gibs", "self_kills", "team_kills"];
    expect(read.badFields).toEqual([...bad, "time_dead_minutes"]);
    expect(read.flags).toEqual([...bad, "time_dead_minutes"].map((key) => `bad_field:${key}`));
    expect(read.warnings[0]).toMatchObject({ code: "bad_number", line: 7, field: "damage_given" });
    expect([read.tab?.[0], read.tab?.[9], read.tab?.[37]]).toEqual([0, -5, 2]);
  });

  it("a line that ends early: the missing fields are 0, with one warning", () => {
    const read = line(lineText().split("\t").slice(0, 21).join("\t"));
    expect(read.codes).toEqual(["short_extended"]);
    expect(read.flags).toEqual(["short_extended:20"]);
    expect(read.badFields).toHaveLength(18);
    expect(read.tab).toHaveLength(38);
  });

  it("no tab part at all: weapon numbers only", () => {
    const read = line("AAAA0001\\fox\\0\\1\\16 1 2 3 4 5");
    expect(read).toMatchObject({ tab: null, flags: ["no_extended"], badFields: [] });
  });

  it("fields behind the 38th are ignored", () => {
    expect(line(`${lineText()}\t7\t8`)).toMatchObject({ flags: [], codes: [] });
  });

  it("weapons beyond the 28, with or without numbers, are left out", () => {
    const beyond = 2 ** 29 + 16;
    for (const numbers of ["1 2 3 4 5", "1 2 3 4 5 9 9 9 9 9"]) {
      const read = line(`AAAA0001\\fox\\0\\1\\${beyond} ${numbers}`);
      expect(read).toMatchObject({ weaponMask: 16, weapons: [1, 2, 3, 4, 5] });
      expect(read.codes).toContain("unknown_weapon");
    }
  });

  it("negative shots are 0, and the sum is compared as written", () => {
    const read = line(
      "AAAA0001\\fox\\0\\1\\524304 1 5 0 0 0 0 -2 0 0 0 \t".concat("0\t".repeat(20), "3\t"),
    );
    expect(read.weapons).toEqual([1, 5, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(read.codes).toEqual(["negative_shots", "short_extended"]);
    expect(read.otherShots).toBeNull();
  });

  it("tells the shots of the weapons when the line says another number", () => {
    const read = line(lineText({ tab: { bullets_fired: 41 } }));
    expect(read.otherShots).toBe(40);
  });

  it("more hits than shots: a warning for bullets, normal for explosives", () => {
    expect(line(lineText({ weapons: { MP40: [5, 4, 0, 0, 0] } })).warnings[0]).toMatchObject({
      code: "hits_above_shots",
      field: "MP40",
    });
    expect(line(lineText({ weapons: { GRENADE: [5, 4, 0, 0, 0] } })).codes).toEqual([]);
  });

  it("GUIDs: not eight hexadecimal digits is kept with a warning; bots are told by GUID", () => {
    expect(line(lineText({ guid: "NOTAHEX!" }))).toMatchObject({ flags: ["non_hex_guid"] });
    expect(line(lineText({ guid: "OMNIBOT0", name: "Karl" }))).toMatchObject({
      bot: true,
      flags: [],
    });
    expect(line(lineText({ guid: "", name: "^1[bot]Karl" }))).toMatchObject({
      bot: true,
      guid: "",
    });
    expect(line(lineText({ guid: "AAAA0001", name: "[BOT]fox" }))).toMatchObject({
      bot: false,
      flags: ["bot_name"],
    });
  });
});

describe("the last line without a newline", () => {
  it("is kept with all 38 fields and refused with fewer", () => {
    expect(line(lineText(), true).tab).toHaveLength(38);
    expect(reason(lineText().slice(0, -2), true)).toContain("truncated_line");
    expect(reason(lineText().slice(0, -1), true)).toContain("truncated_line");
    expect(reason("AAAA00", true)).toContain("truncated_line");
  });
});
