import { describe, expect, test } from "vitest";
import { admit } from "./admission.ts";
import { type Arrival, receive } from "./arrival.ts";
import type { LedgerEntry } from "./ledger.ts";

const HEADER = "^2srv\\supply\\legacy6\\1\\1\\2\\12:00\\8:30\\510900";
const player = (guid: string, shots: number) =>
  `${guid}\\fox\\0\\1\\16 5 ${shots} 1 0 0 \t${Array.from({ length: 38 }, (_, i) => (i === 20 ? shots : 1)).join("\t")}`;
const encode = (text: string) => new TextEncoder().encode(text);

function stats(name: string, lines: readonly string[], header = HEADER): Arrival {
  const bytes = encode([header, ...lines, ""].join("\n"));
  return receive({ name, path: `/in/${name}`, bytes }) as Arrival;
}

const entry = (a: Arrival, status: LedgerEntry["status"] = "imported"): LedgerEntry => ({
  id: 1,
  filename: a.file.name,
  kind: a.kind,
  status,
  fileHash: a.fileHash,
  payloadHash: a.payloadHash,
  map: a.map,
  round: a.round,
  playerLines: a.playerLines,
  rawSize: a.file.bytes.length,
  attempts: 1,
  playedAtMs: a.playedAtMs,
  playedUntilMs: a.playedUntilMs,
});

const NAME = "2026-01-12-224606-supply-round-1.txt";
const EARLIER = "2026-01-12-224601-supply-round-1.txt";
const one = stats(NAME, [player("AAAAAAAA", 50)]);
const two = stats(NAME, [player("AAAAAAAA", 50), player("BBBBBBBB", 60)]);
const twin = stats(EARLIER, [player("AAAAAAAA", 50)], `${HEADER}0`);
const cut = receive({ name: NAME, path: NAME, bytes: encode(HEADER) }) as Arrival;

const status = (a: ReturnType<typeof admit>) =>
  Object.fromEntries(a.writes.map((w) => [w.arrival.file.name, w.status]));

describe("a file", () => {
  test("that nobody knows is imported", () => {
    expect(admit([one], [], false).admitted).toEqual([one]);
  });

  test("that came before with the same bytes is a duplicate and writes nothing", () => {
    const admission = admit([one], [entry(one)], false);
    expect(admission.duplicates).toEqual([one]);
    expect(admission.writes).toEqual([]);
  });

  test("with more players takes the place of what came before", () => {
    expect(admit([two], [entry(one)], false).admitted).toEqual([two]);
  });

  test("with fewer players is left out, and said", () => {
    const admission = admit([one], [entry(two)], false);
    expect(admission.admitted).toEqual([]);
    expect(admission.changed).toEqual([one]);
  });

  test("with fewer players is taken by force", () => {
    expect(admit([one], [entry(two)], true).admitted).toEqual([one]);
  });

  test("that cannot be read is quarantined with its reason", () => {
    const [write] = admit([cut], [], false).writes;
    expect(write).toMatchObject({ status: "quarantined", errorCode: "empty" });
    expect(write?.message).toBeTruthy();
  });

  test("that cannot be read never displaces what was read", () => {
    const admission = admit([cut], [entry(one)], false);
    expect(admission.writes).toEqual([]);
    expect(admission.refused).toEqual([cut]);
  });

  test("that was refused before is recorded once", () => {
    expect(admit([cut], [entry(cut, "quarantined")], false).writes).toEqual([]);
  });

  test("that was refused before and came again whole is imported", () => {
    const admission = admit([one], [entry(cut, "quarantined")], false);
    expect(admission.writes).toMatchObject([{ status: "imported", replaces: true }]);
  });
});

describe("the same players under two names", () => {
  test("leave the earlier name, whatever the order", () => {
    const want = { [EARLIER]: "imported", [NAME]: "duplicate" };
    expect(status(admit([one, twin], [], false))).toEqual(want);
    expect(status(admit([twin, one], [], false))).toEqual(want);
  });

  test("demote what was imported under the later name", () => {
    const admission = admit([twin], [entry(one)], false);
    expect(admission.demoted).toEqual([{ name: NAME, of: EARLIER }]);
    expect(admission.demotedAtMs).toEqual([one.playedAtMs]);
  });

  test("are duplicates when the earlier name is there", () => {
    const [write] = admit([one], [entry(twin)], false).writes;
    expect(write).toMatchObject({
      status: "duplicate",
      message: `DUPLICATE_PAYLOAD_OF:${EARLIER}`,
    });
  });
});

test("two versions of one file in a batch leave the fuller one, whatever the order", () => {
  for (const batch of [
    [one, two],
    [two, one],
  ]) {
    const admission = admit(batch, [], false);
    expect(admission.admitted).toEqual([two]);
    expect(admission.duplicates).toEqual([one]);
  }
});

test("files that are none of ours are left alone", () => {
  for (const [name, text] of [
    ["README.md", "# a folder"],
    ["truth.json", "{}"],
    ["empty.txt", ""],
    ["columns.txt", "name\tkills\tdeaths\n"],
    ["paths.txt", "C:\\a\\b\\c\\d\\e\\f\\g\\h\n"],
    ["settings.json", '{"meta":{"version":1},"colour":"red"}'],
    ["message.json", '{"embeds":[{"title":"hello","fields":[]}]}'],
    ["broken.json", '{"embeds":['],
    ["a-list.json", "[1,2]"],
  ] as const)
    expect(receive({ name, path: name, bytes: encode(text) }), name).toMatchObject({ kind: null });
});

test("a kind that is not read yet is left alone under its name", () => {
  const name = "2025-06-07-200000-supply-round-1_engagements.txt";
  const bytes = encode("# PROXIMITY_TRACKER_V4\n");
  expect(receive({ name, path: name, bytes })).toMatchObject({ kind: "proximity" });
});

test.each([
  ["2025-06-07-200000-supply-round-1.txt", "noise"],
  ["2025-06-07-200000-supply-round-1-endstats.txt", "noise"],
  ["2025-06-07-200000-supply-round-1-webhook.json", "{"],
  ["gametime-supply-R1-1760127036.json", "[]"],
  ["renamed.txt", `${HEADER}\nnoise\n`],
])("%s is ours and refused when it cannot be read", (name, text) => {
  const received = receive({ name, path: name, bytes: encode(text) }) as Arrival;
  expect(received.error?.code).toBeDefined();
});

test("a stats file whose name does not fit is refused by name", () => {
  const bad = stats("supply-round-1-copy.txt", [player("AAAAAAAA", 50)]);
  expect(bad.error?.code).toBe("bad_name");
});
