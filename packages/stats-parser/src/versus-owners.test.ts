import { describe, expect, it } from "vitest";
import type { Award, VersusLine } from "./endstats-file.ts";
import { assignVersusOwners, linkAwards } from "./versus-owners.ts";

const players = [
  { guid: "AAAA0000", name: "^1Kes^7trel", side: 1 },
  { guid: "BBBB0000", name: "Café", side: 2 },
  { guid: "CCCC0000", name: "dune", side: 2 },
];

function duel(
  opponent: string,
  kills: number,
  deaths: number,
  owner?: [string, string],
): VersusLine {
  const [subject = null, guid8 = null] = owner ?? [];
  const subjectGuid = guid8 === null ? null : guid8.padEnd(32, "0");
  return { line: 1, subject, subjectGuid, opponent, kills, deaths };
}

describe("a file without owners", () => {
  const versus = [
    duel("Caf", 3, 1),
    duel("dune", 0, 2),
    duel("Kestrel", 1, 3),
    duel("Kestrel", 2, 0),
  ];

  it("gets them from the mirror, with the GUIDs of the round's players", () => {
    expect(
      assignVersusOwners({ versus, hasOwners: false }, players).map((line) => [
        line.subject,
        line.subjectGuid,
        line.opponentGuid,
        line.subjectSource,
      ]),
    ).toEqual([
      ["Kestrel", "AAAA0000", "BBBB0000", "inferred"],
      ["Kestrel", "AAAA0000", "CCCC0000", "inferred"],
      ["Caf", "BBBB0000", "AAAA0000", "inferred"],
      ["dune", "CCCC0000", "AAAA0000", "inferred"],
    ]);
  });

  it("names a player without a stats line, whose GUID nobody tells", () => {
    const known = players.filter(({ name }) => name !== "dune");
    expect(assignVersusOwners({ versus, hasOwners: false }, known)[3]).toMatchObject({
      subject: "dune",
      subjectGuid: null,
      opponentGuid: "AAAA0000",
      subjectSource: "inferred",
    });
  });

  it("stays open when two players bear one name", () => {
    const twins = [...players, { guid: "DDDD0000", name: "^3dune", side: 3 }];
    const owned = assignVersusOwners({ versus, hasOwners: false }, twins);
    expect(owned.map((line) => line.subject)).toEqual([null, null, null, null]);
    expect(owned.map((line) => line.opponentGuid)).toEqual([
      "BBBB0000",
      null,
      "AAAA0000",
      "AAAA0000",
    ]);
    expect(owned.every((line) => line.subjectSource === null)).toBe(true);
  });

  it("stays open when the numbers do not mirror", () => {
    const broken = versus.with(2, duel("Kestrel", 1, 2));
    expect(assignVersusOwners({ versus: broken, hasOwners: false }, players)).toMatchObject(
      Array.from({ length: 4 }, () => ({ subject: null, subjectSource: null })),
    );
  });
});

describe("a file with owners", () => {
  it("keeps them, and finds the opponents by their cleaned names", () => {
    const versus = [duel("Caf", 3, 1, ["Kestrel", "AAAA0000"])];
    expect(assignVersusOwners({ versus, hasOwners: true }, players)).toMatchObject([
      {
        subject: "Kestrel",
        subjectGuid: "AAAA0000".padEnd(32, "0"),
        opponentGuid: "BBBB0000",
        subjectSource: "header",
      },
    ]);
  });

  it("tells opponents of one name apart by whose block answers the line", () => {
    const twins = [
      { guid: "AAAA0000", name: "Kestrel", side: 1 },
      { guid: "BBBB0000", name: "dune", side: 2 },
      { guid: "CCCC0000", name: "dune", side: 2 },
    ];
    const versus = [
      duel("dune", 3, 1, ["Kestrel", "AAAA0000"]),
      duel("dune", 0, 2, ["Kestrel", "AAAA0000"]),
      duel("Kestrel", 2, 0, ["dune", "BBBB0000"]),
      duel("Kestrel", 1, 3, ["dune", "CCCC0000"]),
    ];
    expect(
      assignVersusOwners({ versus, hasOwners: true }, twins).map((line) => line.opponentGuid),
    ).toEqual(["CCCC0000", "BBBB0000", "AAAA0000", "AAAA0000"]);
  });

  it("else by the side, else not at all", () => {
    const twins = [
      { guid: "AAAA0000", name: "Kestrel", side: 1 },
      { guid: "BBBB0000", name: "dune", side: 2 },
      { guid: "CCCC0000", name: "dune", side: 1 },
    ];
    const file = { versus: [duel("dune", 3, 1, ["Kestrel", "AAAA0000"])], hasOwners: true };
    expect(assignVersusOwners(file, twins)[0]?.opponentGuid).toBe("BBBB0000");
    const both = twins.map((player) => ({ ...player, side: player.name === "dune" ? 2 : 1 }));
    expect(assignVersusOwners(file, both)[0]?.opponentGuid).toBeNull();
  });

  it("names an opponent whom only a header of the file knows", () => {
    const versus = [
      duel("ghost", 1, 0, ["Kestrel", "AAAA0000"]),
      duel("Kestrel", 0, 1, ["ghost", "EEEE0000"]),
    ];
    expect(assignVersusOwners({ versus, hasOwners: true }, players)[0]?.opponentGuid).toBe(
      "EEEE0000".padEnd(32, "0"),
    );
  });

  it("leaves lines behind an unreadable header without a subject", () => {
    expect(
      assignVersusOwners({ versus: [duel("Caf", 1, 0)], hasOwners: true }, players),
    ).toMatchObject([{ subject: null, subjectSource: null, opponentGuid: "BBBB0000" }]);
  });
});

describe("bug 21: endstats names never matched names with accents or odd colours", () => {
  const award = (player: string, winnerGuid: string | null = null): Award => ({
    line: 1,
    name: "Most deaths",
    category: "Deaths & Mayhem",
    scope: "cum",
    player,
    winnerGuid,
    value: "7",
    number: 7,
    secondNumber: null,
    unit: null,
  });

  it("links an award by the name as the game's cleaner leaves it", () => {
    expect(linkAwards([award("Caf")], players)[0]?.winnerGuid).toBe("BBBB0000");
    const odd = [{ guid: "EEEE0000", name: "^$^?^;ok☠", side: 1 }];
    expect(linkAwards([award("ok")], odd)[0]?.winnerGuid).toBe("EEEE0000");
    const nameless = [{ guid: "EEEE0000", name: "☠☠", side: 1 }];
    expect(linkAwards([award("")], nameless)[0]?.winnerGuid).toBe("EEEE0000");
  });

  it("links nobody when none or two bear the name, and keeps a GUID from the file", () => {
    expect(linkAwards([award("Café")], players)[0]?.winnerGuid).toBeNull();
    const twins = [...players, { guid: "DDDD0000", name: "dune", side: 1 }];
    expect(linkAwards([award("dune")], twins)[0]?.winnerGuid).toBeNull();
    expect(linkAwards([award("dune", "FFFF0000")], players)[0]?.winnerGuid).toBe("FFFF0000");
  });
});
