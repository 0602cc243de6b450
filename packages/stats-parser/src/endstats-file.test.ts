import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEndstats, parseEndstatsParts } from "./endstats-file.ts";
import { orThrow } from "./result.ts";

const NAME = "2026-03-04-214417-etl_frostbite-round-2-endstats.txt";
const GUID_A = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";

function bytes(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
}

/** The parsed file and its warnings as `line code`. */
function read(...lines: readonly string[]) {
  const result = parseEndstats(bytes(...lines), NAME);
  if (!result.ok) throw new Error(result.error.message);
  const warnings = result.warnings.map(({ code, line }) => `${line} ${code}`);
  const awards = result.value.awards.map(({ name, player, value }) => [name, player, value]);
  const versus = result.value.versus.map(({ subject, opponent, kills, deaths }) => [
    subject,
    opponent,
    kills,
    deaths,
  ]);
  return { file: result.value, warnings, awards, versus };
}

describe("an award line has a known label in its first cell", () => {
  it("reads label, player and value", () => {
    expect(read("Most revives\tmoth\t4").file).toMatchObject({
      name: NAME,
      stamp: { date: "2026-03-04", time: "214417" },
      map: "etl_frostbite",
      round: 2,
      hasOwners: false,
      versus: [],
      awards: [
        {
          line: 1,
          name: "Most revives",
          category: "Teamwork",
          scope: "rnd",
          player: "moth",
          winnerGuid: null,
          value: "4",
          number: 4,
          secondNumber: null,
          unit: null,
        },
      ],
    });
  });

  it("keeps an unknown award in the category `other`, with a warning", () => {
    const { file, warnings } = read("Most hats\tmoth\t4 hats", "Most deaths\tmoth\t4");
    expect(file.awards[0]).toMatchObject({ name: "Most hats", category: "other", scope: "mixed" });
    expect(warnings).toEqual(["1 unknown_award"]);
  });

  it("is no award behind the duels when both numbers are whole: a player may be called so", () => {
    const { awards, versus } = read("Most deaths\tmoth\t7", "moth\t3\t2", "Most deaths\t2\t1");
    expect(awards).toEqual([["Most deaths", "moth", "7"]]);
    expect(versus).toEqual([
      [null, "moth", 3, 2],
      [null, "Most deaths", 2, 1],
    ]);
  });

  it("is printed once: the same label again with two whole numbers is the first duel", () => {
    const { awards, versus } = read("Most deaths\t77\t7", "Most deaths\t2\t1", "moth\t1\t0");
    expect(awards).toEqual([["Most deaths", "77", "7"]]);
    expect(versus).toHaveLength(2);
  });

  it("behind the duels with text for a value stays an award, with a warning", () => {
    const { awards, warnings } = read("moth\t3\t2", "Most playtime denied\tmoth\t12 seconds");
    expect(awards).toEqual([["Most playtime denied", "moth", "12 seconds"]]);
    expect(warnings).toEqual(["2 award_after_versus"]);
  });
});

describe("bug 20: labels were compared by their beginning, and lines were trimmed", () => {
  it("takes a player called `Most deaths lol` for an opponent", () => {
    expect(read("Most deaths lol\t3\t1").versus).toEqual([[null, "Most deaths lol", 3, 1]]);
  });

  it("keeps an empty name, a name of spaces, and spaces at the end of a name", () => {
    const { awards, versus } = read("Most deaths\t\t7", "\t3\t1", "   \t2\t0", "moth \t1\t1");
    expect(awards).toEqual([["Most deaths", "", "7"]]);
    expect(versus.map(([, name]) => name)).toEqual(["", "   ", "moth "]);
  });
});

describe("bug 19: the misprinted useful- and useless-kills awards were stored as they are", () => {
  const spree = "Longest killing spree\tmoth\t6";
  const stolen = "Most objectives stolen\tdune\t5";

  it("drops the second killing spree, and names the line behind it useless kills", () => {
    const { awards, file } = read(spree, "Most headshot kills\tmoth\t3", spree, stolen);
    expect(awards).toEqual([
      ["Longest killing spree", "moth", "6"],
      ["Most headshot kills", "moth", "3"],
      ["Most useless kills", "dune", "5"],
    ]);
    expect(file.awards[2]).toMatchObject({ category: "Timing", line: 4 });
  });

  it("drops a spree below three also when it is the only one", () => {
    const { awards } = read("Longest killing spree\tslot zero\t0", stolen);
    expect(awards).toEqual([["Most useless kills", "dune", "5"]]);
  });

  it("keeps real stolen objectives: not directly behind a false spree", () => {
    const { awards } = read(spree, stolen, spree, "Full respawn king\tmoth\t9.1 percent, 2.1 min");
    expect(awards.map(([name]) => name)).toEqual([
      "Longest killing spree",
      "Most objectives stolen",
      "Full respawn king",
    ]);
  });

  it("keeps both when the stolen objectives stand before and the useless kills behind", () => {
    const { awards } = read(spree, stolen, spree, stolen);
    expect(awards.map(([name]) => name)).toEqual([
      "Longest killing spree",
      "Most objectives stolen",
      "Most useless kills",
    ]);
  });
});

describe("bug 18: duels were stored without a subject, as if they were the opponent's own", () => {
  it("gives each line of a block the owner in its VS_HEADER", () => {
    const { file } = read(
      `VS_HEADER\tKestrel\t${GUID_A.toLowerCase()}`,
      "moth\t4\t2",
      "VS_HEADER\t\tOMNIBOT0100000000000000000000000",
      "Kestrel\t0\t3",
    );
    expect(file.hasOwners).toBe(true);
    expect(file.versus).toEqual([
      { line: 2, subject: "Kestrel", subjectGuid: GUID_A, opponent: "moth", kills: 4, deaths: 2 },
      {
        line: 4,
        subject: "",
        subjectGuid: "OMNIBOT0100000000000000000000000",
        opponent: "Kestrel",
        kills: 0,
        deaths: 3,
      },
    ]);
  });

  it("leaves the subject open in a file without owners", () => {
    expect(read("moth\t4\t2").file.versus[0]).toMatchObject({ subject: null, subjectGuid: null });
  });

  it("does not give lines behind an unreadable header to the owner before it", () => {
    const { versus, warnings } = read(
      `VS_HEADER\tKestrel\t${GUID_A}`,
      "moth\t4\t2",
      "VS_HEADER\tmoth\t0F1E2D",
      "Kestrel\t2\t4",
    );
    expect(versus).toEqual([
      ["Kestrel", "moth", 4, 2],
      [null, "Kestrel", 2, 4],
    ]);
    expect(warnings).toEqual(["3 versus_header_rejected"]);
  });

  it("takes VS_HEADER with two whole numbers for a player of that name", () => {
    expect(read("VS_HEADER\t4\t2").versus).toEqual([[null, "VS_HEADER", 4, 2]]);
  });
});

describe("a line that is neither award nor duel costs only itself", () => {
  it.each([
    ["two cells", "moth\t4"],
    ["four cells", "moth\t4\t2\t1"],
    ["no tab", "junk"],
    ["binary", "\u0000\u0001\u0002"],
    ["a duel with text", "moth\tfour\t2"],
    ["a negative count", "moth\t-4\t2"],
    ["an impossible count", "moth\t100001\t2"],
    ["a fraction", "moth\t1.5\t2"],
  ])("%s", (_, line) => {
    const { versus, warnings } = read("moth\t4\t2", line, "dune\t1\t0");
    expect(versus).toEqual([
      [null, "moth", 4, 2],
      [null, "dune", 1, 0],
    ]);
    expect(warnings).toEqual(["2 endstats_line_rejected"]);
  });

  it("reads whole floats, and skips empty lines in silence", () => {
    const { versus, warnings } = read("moth\t4.0\t2.0", "", "dune\t1\t0");
    expect(versus).toHaveLength(2);
    expect(warnings).toEqual([]);
  });
});

describe("whole files", () => {
  it.each([
    ["no bytes", new Uint8Array(), "empty"],
    ["blank lines", bytes("", ""), "empty"],
    ["junk only", bytes("junk", "more junk"), "empty"],
    ["more than 1 MB", new Uint8Array(1024 * 1024 + 1).fill(10), "too_large"],
    [
      "more lines than a round makes",
      bytes(...Array.from({ length: 4353 }, () => "x\t1\t1")),
      "too_large",
    ],
  ] as const)("%s are refused", (_, content, code) => {
    const result = parseEndstats(content, NAME);
    expect(result).toMatchObject({ ok: false, error: { code, file: NAME } });
  });

  it("may have carriage returns and a byte order mark", () => {
    const text = "\ufeffMost deaths\tmoth\t7\r\nmoth\t4\t2\r\n";
    const result = parseEndstats(new TextEncoder().encode(text), NAME);
    expect(orThrow(result).awards[0]).toMatchObject({ name: "Most deaths", value: "7" });
    expect(orThrow(result).versus[0]).toMatchObject({ deaths: 2 });
    expect(result.ok && result.warnings).toEqual([]);
  });

  it("warn when the last line may be cut", () => {
    const result = parseEndstats(new TextEncoder().encode("moth\t4\t2\ndune\t1\t1"), NAME);
    expect(result).toMatchObject({
      ok: true,
      value: { versus: [{ deaths: 2 }, { deaths: 1 }] },
      warnings: [{ code: "maybe_truncated", line: 2 }],
    });
  });

  it("are read under any name, which then tells no time, map and round", () => {
    const result = parseEndstats(bytes("moth\t4\t2"), "/tmp/notes.txt");
    expect(result).toMatchObject({
      value: { name: "notes.txt", stamp: null, map: null, round: null },
      warnings: [{ code: "bad_name" }],
    });
  });

  it("tell how many lines were not UTF-8", () => {
    const latin1 = Uint8Array.from([...bytes("moth\t4\t2"), 0xe9, 9, 0x31, 9, 0x32, 10]);
    const result = parseEndstats(latin1, NAME);
    expect(result).toMatchObject({
      value: { versus: [{ opponent: "moth" }, { opponent: "é" }] },
      warnings: [{ code: "decoded_cp1252:1" }],
    });
  });
});

describe("endstats that a tick of the clock split into several files", () => {
  const first = "2026-03-04-214417-supply-round-1-endstats.txt";
  const second = "2026-03-04-214418-supply-round-1-endstats.txt";

  it("are read as one, in order of their stamps", () => {
    const result = parseEndstatsParts([
      { name: second, bytes: bytes("dune\t1\t0", "moth\t0\t1") },
      { name: first, bytes: bytes("Most deaths\tmoth\t7", `VS_HEADER\tKestrel\t${GUID_A}`) },
    ]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        name: first,
        stamp: { time: "214417" },
        awards: [{ line: 1 }],
        versus: [
          { line: 3, subject: "Kestrel", opponent: "dune" },
          { line: 4, subject: "Kestrel", opponent: "moth" },
        ],
      },
      warnings: [],
    });
  });

  it("put the misprint right across the split", () => {
    const spree = "Longest killing spree\tmoth\t6";
    const file = orThrow(
      parseEndstatsParts([
        { name: first, bytes: bytes(spree, spree) },
        { name: second, bytes: bytes("Most objectives stolen\tmoth\t4") },
      ]),
    );
    expect(file.awards.map((award) => award.name)).toEqual([
      "Longest killing spree",
      "Most useless kills",
    ]);
  });

  it("must be of one round", () => {
    const other = "2026-03-04-214418-supply-round-2-endstats.txt";
    const part = bytes("moth\t4\t2");
    expect(
      parseEndstatsParts([
        { name: first, bytes: part },
        { name: other, bytes: part },
      ]),
    ).toMatchObject({ ok: false, error: { code: "bad_name", file: first } });
    expect(parseEndstatsParts([])).toMatchObject({ ok: false, error: { code: "empty" } });
  });
});

describe("the old kind with AWARD records", () => {
  const OLD = "2025-08-04-214417-supply-round-1_endstats.txt";
  const header = "Playground\\supply\\legacy6\\1\\1\\2\\12.00\\8.53";

  it("names winners with their GUID, and takes their colours off", () => {
    const result = parseEndstats(
      bytes(header, "AWARD\\28\\Most revives\\^1mo^7th\\11112222\\4"),
      OLD,
    );
    expect(result).toMatchObject({
      value: { map: "supply", round: 1, hasOwners: false, versus: [] },
      warnings: [],
    });
    expect(orThrow(result).awards).toMatchObject([
      { line: 2, name: "Most revives", player: "moth", winnerGuid: "11112222", number: 4 },
    ]);
  });

  it("takes map and round from the header when the name tells none", () => {
    const file = orThrow(parseEndstats(bytes(header, "AWARD\\28\\Most revives\\m\\\\4"), "x.txt"));
    expect(file).toMatchObject({ map: "supply", round: 1, stamp: null });
    expect(file.awards[0]?.winnerGuid).toBeNull();
  });

  it("loses only the lines that are no record", () => {
    const result = parseEndstats(
      bytes(
        header,
        "AWARD\\28\\Most revives\\m\\\\4",
        "AWARD\\1",
        "junk",
        "AWARD\\99\\Most hats\\m\\\\1",
      ),
      OLD,
    );
    expect(result.ok && result.warnings.map(({ code, line }) => [code, line])).toEqual([
      ["endstats_line_rejected", 3],
      ["endstats_line_rejected", 4],
      ["unknown_award", 5],
    ]);
    expect(parseEndstats(bytes(header, "AWARD\\1"), OLD)).toMatchObject({
      ok: false,
      error: { code: "empty" },
    });
  });
});

describe("what a writer prints comes back", () => {
  const name = fc.oneof(
    fc.constantFrom(
      "Most deaths",
      "VS_HEADER",
      "Most revives",
      "7",
      "",
      " ",
      "Longest killing spree",
    ),
    fc.stringMatching(/^[\x20-\x7e]{0,35}$/),
  );
  const guid = fc.stringMatching(/^[0-9A-F]{32}$/);
  const count = fc.nat(99);
  const block = fc.record({
    name,
    guid,
    lines: fc.array(fc.tuple(name, count, count), { minLength: 1, maxLength: 6 }),
  });

  it("with owners, whatever the players are called", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), name, (blocks, winner) => {
        const text = [
          `Most revives\t${winner}\t4`,
          ...blocks.flatMap((x) => [
            `VS_HEADER\t${x.name}\t${x.guid}`,
            ...x.lines.map((line) => line.join("\t")),
          ]),
        ];
        const { file, warnings } = read(...text);
        expect(warnings).toEqual([]);
        expect(file.awards).toMatchObject([{ name: "Most revives", player: winner, number: 4 }]);
        expect(
          file.versus.map((x) => [x.subject, x.subjectGuid, x.opponent, x.kills, x.deaths]),
        ).toEqual(blocks.flatMap((x) => x.lines.map((line) => [x.name, x.guid, ...line])));
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    const piece = fc.oneof(
      fc
        .constantFrom("\t", "\n", "VS_HEADER\t", "Most deaths\t", "AWARD\\", "\\", "1", "\r")
        .map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.string(), (pieces, fileName) => {
        const input = Uint8Array.from(pieces.flatMap((x) => [...x]));
        const result = parseEndstats(input, fileName);
        if (result.ok)
          expect(result.value.awards.length + result.value.versus.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
