import { expect, test } from "vitest";
import { gameText } from "./game-text.ts";
import { palette } from "./palette.ts";
import { width } from "./shorten.ts";
import { table } from "./table.ts";

const columns = [
  { title: "Player" },
  { title: "Side" },
  { title: "Kills", align: "right" },
  { title: "Damage", unit: "HP", align: "right", drop: 1 },
  { title: "Accuracy", unit: "%", align: "right", drop: 2 },
] as const;
const names = ["^1Red^7Baron", "漢字さん", "e\u0301milie", "👨‍👩‍👧 family", "x\u001b[31mevil"];
const rows = (ink: ReturnType<typeof palette>) =>
  names.map((name, at) => [
    gameText(name, ink),
    at % 2 ? "Axis" : "Allies",
    String(at * 7),
    String(at * 1234),
    (at * 9.5).toFixed(1),
  ]);

test("wide and hostile names stay in their columns", () => {
  const ink = palette(0, "dark");
  expect(table(columns, rows(ink), { columns: null, palette: ink }).join("\n")).toBe(
    [
      "Player      Side    Kills  Damage  Accuracy",
      "                               HP         %",
      "───────────────────────────────────────────",
      "RedBaron    Allies      0       0       0.0",
      "漢字さん    Axis        7    1234       9.5",
      "e\u0301milie      Allies     14    2468      19.0",
      "👨‍👩‍👧 family   Axis       21    3702      28.5",
      "x␛[31mevil  Allies     28    4936      38.0",
    ].join("\n"),
  );
});

test("colours change nothing about the columns", () => {
  const plain = palette(0, "dark");
  const full = palette(24, "dark");
  const ends = (ink: typeof plain) =>
    table(columns, rows(ink), { columns: null, palette: ink }).map((line) => width(line));
  expect(ends(full)).toEqual(ends(plain));
  const coloured = table(columns, rows(full), { columns: null, palette: full });
  expect(coloured[3]).toContain("\u001b[38;2;255;0;0mRed\u001b[39mBaron");
});

test("a narrow terminal loses the least important columns first, then the ends of names", () => {
  const ink = palette(0, "dark");
  const at = (size: number) => table(columns, rows(ink), { columns: size, palette: ink });
  expect(at(40)[0]).toBe("Player      Side    Kills  Damage");
  expect(at(30)[0]).toBe("Player      Side    Kills");
  expect(at(23)).toEqual([
    "Player    Side    Kills",
    "───────────────────────",
    "RedBaron  Allies      0",
    "漢字さん  Axis        7",
    "e\u0301milie    Allies     14",
    "👨‍👩‍👧 fami…  Axis       21",
    "x␛[31me…  Allies     28",
  ]);
  for (const size of [23, 30, 40, 80]) {
    for (const line of at(size)) expect(width(line)).toBeLessThanOrEqual(size);
  }
});

test("rules and indent", () => {
  const ink = palette(0, "dark");
  const lines = table(
    [{ title: "A" }, { title: "N", align: "right" }],
    [
      ["x", "1"],
      ["y", "22"],
    ],
    {
      columns: null,
      palette: ink,
      indent: "  ",
      rules: [1],
    },
  );
  expect(lines).toEqual(["  A   N", "  ─────", "  x   1", "  ─────", "  y  22"]);
});
