import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, leastEdits, letterSet } from "./edit-distance.ts";
import { foldName, nameLetters } from "./name-folding.ts";
import { clearHit, type Findable, findByName, nameIndex, nearestNames } from "./name-search.ts";

describe("foldName", () => {
  it.each([
    ["k.o.r.a", "kora"],
    ["|qv|Pike", "qvpike"],
    ["=RAF= Z3bra", "rafzebra"],
    ["n00b", "noob"],
    // 1, i and l are one letter.
    ["Bill", "biii"],
    ["b1LL", "biii"],
    ["5t47e", "state"],
    ["DÖRA", "dora"],
    ["Ångström", "angstrom"],
    ["Søren", "soren"],
    ["Wałęsa", "waiesa"],
    ["straße", "strasse"],
    ["STRAẞE", "strasse"],
    ["Ægir", "aegir"],
    // Full width and mathematical letters are letters.
    ["Ｋｏｒａ", "kora"],
    ["𝐤𝐨𝐫𝐚", "kora"],
    ["Ελλάς", "ελλασ"],
    ["Ёж-42", "еж42".replace("4", "a")],
    ["日本 2", "日本2"],
    ["☠ ~ ☠", ""],
    ["%_\\", ""],
    ["", ""],
  ])("%j is compared as %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each([
    ["|qv|Pike", "qvpike"],
    ["lumen", "lumen"],
    ["b4zookaJoe", "b4zookajoe"],
    ["Łódź", "lodz"],
  ])("%j sorts by its letters, %j", (name, letters) => {
    expect(nameLetters(name)).toBe(letters);
  });

  it("changes nothing of what was folded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const folded = foldName(text);
        expect(foldName(folded)).toBe(folded);
        expect(foldName(text.toUpperCase().toLowerCase())).toBe(foldName(text.toUpperCase()));
      }),
    );
  });
});

describe("editDistance", () => {
  it.each([
    ["kora", "kora", 0],
    ["kora", "koar", 1],
    ["kora", "ora", 1],
    ["kora", "korra", 1],
    ["kora", "korx", 1],
    ["abcd", "badc", 2],
    // No letter is touched twice: else it would be two.
    ["ca", "abc", 3],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
  ])("from %j to %j it is %i", (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  it("stops at the bound without being wrong below it", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(most + 1, editDistance(a, b, 99)));
      }),
    );
  });
});

const someone = (guid: string, names: string[], lastSeenMs = 0, rounds = 1): Findable => ({
  guid,
  names,
  lastSeenMs,
  rounds,
});

const people = [
  someone("AAAA0001", ["k.o.r.a", "Tulip"], 50),
  someone("AAAA0002", ["|qv|Pike", "pikeman"], 40),
  someone("AAAA0003", ["Koralle"], 90),
  someone("AAAA0004", ["Decorator"], 80),
  someone("AAAA0005", ["Søren", "s0ren"], 10),
  someone("AAAA0006", ["Ночь"], 20),
  someone("AAAA0007", ["☠☠☠"], 30),
  someone("AAAA0008", ["Zed_", "^^caret^"], 5),
  someone("BEEF0009", ["dead"], 15, 3),
  someone("DEAD0010", ["Lars"], 15, 4),
  someone("AAAA0011", ["n00b"], 1),
  someone("AAAA0012", ["noob"], 2),
];
const index = nameIndex(people);
const found = (text: string, limit = 20) =>
  findByName(index, text, limit).map(({ player, match, name }) => [player.guid, match, name]);

describe("findByName", () => {
  it.each<[string, [string, string, string | null][]]>([
    [
      "kora",
      [
        ["AAAA0001", "exact", "k.o.r.a"],
        ["AAAA0003", "prefix", "Koralle"],
      ],
    ],
    ["qvpike", [["AAAA0002", "exact", "|qv|Pike"]]],
    ["QV-Pike", [["AAAA0002", "exact", "|qv|Pike"]]],
    ["pike", [["AAAA0002", "prefix", "pikeman"]]],
    ["vpike", [["AAAA0002", "part", "|qv|Pike"]]],
    ["0rat0", [["AAAA0004", "part", "Decorator"]]],
    // Two letters from a name, by any name.
    ["qvpkei", [["AAAA0002", "near", "|qv|Pike"]]],
    ["tullipp", [["AAAA0001", "near", "Tulip"]]],
    ["qvpkxi", []],
    // Four letters may be off by one, two by none.
    ["zeds", [["AAAA0008", "near", "Zed_"]]],
    ["zess", []],
    ["zx", []],
    ["soren", [["AAAA0005", "exact", "Søren"]]],
    ["SØREN", [["AAAA0005", "exact", "Søren"]]],
    ["^1So^7ren", [["AAAA0005", "exact", "Søren"]]],
    ["^^caret^", [["AAAA0008", "exact", "^^caret^"]]],
    ["НОЧ", [["AAAA0006", "prefix", "Ночь"]]],
    // Symbols alone are looked for as they stand.
    ["☠☠", [["AAAA0007", "prefix", "☠☠☠"]]],
    ["_", [["AAAA0008", "part", "Zed_"]]],
    ["%", []],
    // A name that is the text and a GUID that begins with it: the whole of something is first.
    [
      "dead",
      [
        ["BEEF0009", "exact", "dead"],
        ["DEAD0010", "prefix", null],
      ],
    ],
    ["dead0010", [["DEAD0010", "exact", null]]],
    ["DEAD0010cafecafecafecafecafecafe", [["DEAD0010", "exact", null]]],
    // Both are the same letters: who is called so to the letter is first.
    [
      "n00b",
      [
        ["AAAA0011", "exact", "n00b"],
        ["AAAA0012", "exact", "noob"],
      ],
    ],
    ["", []],
    ["   ", []],
    ["^1", []],
  ])("%j", (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  it("puts who played last, then who played most first, and stops at the limit", () => {
    const equal = nameIndex([
      someone("C", ["ann3"], 1, 9),
      someone("B", ["ann2"], 2, 1),
      someone("A", ["ann1"], 1, 3),
    ]);
    expect(findByName(equal, "ann", 9).map(({ player }) => player.guid)).toEqual(["B", "C", "A"]);
    expect(findByName(equal, "ann", 2)).toHaveLength(2);
    expect(equal.recent.map(({ guid }) => guid)).toEqual(["B", "C", "A"]);
  });

  it("puts a present name before a former one", () => {
    const two = nameIndex([someone("A", ["x", "Mia"], 9), someone("B", ["mia!"], 1)]);
    expect(findByName(two, "mia", 9).map(({ player }) => player.guid)).toEqual(["A", "B"]);
    expect(findByName(two, "m1a", 9).map(({ player }) => player.guid)).toEqual(["B", "A"]);
  });

  const name = fc.string({ unit: "binary", minLength: 1, maxLength: 35 });
  const crowd = fc.uniqueArray(
    fc.record({
      guid: fc.stringMatching(/^[0-9A-F]{8}$/),
      names: fc.array(name, { minLength: 1, maxLength: 3 }),
      lastSeenMs: fc.nat(3),
      rounds: fc.nat(3),
    }),
    { selector: ({ guid }) => guid, minLength: 1, maxLength: 8 },
  );

  it("finds everybody by every name, former ones too", () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const prepared = nameIndex(all);
        for (const { guid, names } of all)
          for (const one of names.filter((text) => text.trim() !== "")) {
            const hits = findByName(prepared, one, all.length);
            expect(hits.find(({ player }) => player.guid === guid)?.match).toBe("exact");
          }
      }),
    );
  });

  it("does not depend on the order of the players", () => {
    fc.assert(
      fc.property(crowd, name, (all, text) => {
        const ask = (players: readonly Findable[]) => {
          const prepared = nameIndex(players);
          return [findByName(prepared, text, 5), nearestNames(prepared, text), prepared.recent];
        };
        expect(ask([...all].reverse())).toEqual(ask(all));
      }),
    );
  });
});

describe("clearHit", () => {
  const clear = (text: string, of = index) =>
    clearHit(findByName(of, text, 20))?.player.guid ?? null;

  it.each([
    ["kora", "AAAA0001"],
    ["koral", "AAAA0003"],
    // Equal to the letter.
    ["n00b", "AAAA0011"],
    ["NOOB", "AAAA0012"],
    // The same letters only: nobody is meant more than the other.
    ["no0b", null],
    ["dead", "BEEF0009"],
    ["aaaa", null],
    ["pkieman", "AAAA0002"],
    ["nobody-at-all", null],
  ])("%j means %j", (text, guid) => {
    expect(clear(text)).toBe(guid);
  });

  it("takes who bears a name for who bore it", () => {
    const two = nameIndex([someone("A", ["x", "Mia"], 9), someone("B", ["Mia"], 1)]);
    expect(clear("mia", two)).toBe("B");
    expect(clear("mia", nameIndex([someone("A", ["Mia"]), someone("B", ["Mia"])]))).toBeNull();
  });
});

describe("leastEdits", () => {
  it("never says more than the distance", () => {
    const word = fc.string({ unit: "binary", maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(leastEdits(letterSet(a), letterSet(b))).toBeLessThanOrEqual(editDistance(a, b, 99));
      }),
    );
    expect(leastEdits(letterSet("kora"), letterSet("koxyz"))).toBe(3);
  });
});

describe("nearestNames", () => {
  const nearest = (text: string) => nearestNames(index, text).map(({ name }) => name);

  it.each([
    ["korrallex", ["Koralle"]],
    ["decaratxxr", ["Decorator"]],
    ["zess", ["Zed_"]],
    ["xyzwvutsr", []],
    ["☠", []],
    ["", []],
  ])("for %j: %j", (text, wanted) => {
    expect(nearest(text)).toEqual(wanted);
  });

  it("offers three at most", () => {
    const many = nameIndex(["anna", "annb", "annc", "annd"].map((one) => someone(one, [one])));
    expect(nearestNames(many, "axxa").length).toBeLessThanOrEqual(3);
    expect(nearestNames(many, "annx")).toHaveLength(3);
  });
});
