import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DemoBuilder,
  ENTITY_FIELDS,
  type EntityValues,
  orThrow,
  PLAYER_FIELDS,
  PLAYER_LISTS,
  type PlayerList,
  type PlayerValues,
  readDemo,
  type SnapshotView,
} from "../src/index.ts";
import { alikeIn, rewrite } from "./support/rewrite.ts";
import { buildScene } from "./support/scene.ts";

/** A value that a field can hold: floats of all kinds, whole numbers of its width. */
function fieldValue(bits: number): fc.Arbitrary<number> {
  if (bits === 0)
    return fc.oneof(
      fc.integer({ min: -5000, max: 5000 }),
      fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
    );
  const range = 2 ** Math.abs(bits);
  const isSigned = bits < 0 || bits === 32;
  return fc.integer(
    isSigned ? { min: -range / 2, max: range / 2 - 1 } : { min: 0, max: range - 1 },
  );
}

/** Some fields of a table with values. */
function valuesOf(fields: readonly (readonly [string, number])[]) {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: fields.length - 1 }), { maxLength: 12 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((at) => {
          const [name, bits] = fields[at] ?? ["", 0];
          return fieldValue(bits).map((value) => [name, value] as const);
        }),
      ),
    )
    .map((entries): Record<string, number> => Object.fromEntries(entries));
}

const entity = valuesOf(ENTITY_FIELDS) as fc.Arbitrary<EntityValues>;
const entities = fc.dictionary(fc.integer({ min: 0, max: 1021 }).map(String), entity, {
  maxKeys: 12,
}) as fc.Arbitrary<Record<number, EntityValues>>;
const lists = fc.record(
  Object.fromEntries(
    Object.entries(PLAYER_LISTS).map(([name, { length }]) => [
      name,
      fc.dictionary(
        fc.integer({ min: 0, max: length - 1 }).map(String),
        name === "powerups" ? fc.integer() : fc.integer({ min: -32_768, max: 32_767 }),
        { maxKeys: 6 },
      ),
    ]),
  ),
) as fc.Arbitrary<NonNullable<PlayerValues["lists"]>>;
const player: fc.Arbitrary<PlayerValues> = fc.record({ fields: valuesOf(PLAYER_FIELDS), lists });
const snapshot = fc.record({
  player,
  entities,
  flags: fc.constantFrom(0, 1, 4, 5),
  areas: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 32 }),
  isWhole: fc.boolean(),
});

/** What a view shows, as the builder was told. */
function shown(view: SnapshotView) {
  const { areas } = view.copy();
  const fields = PLAYER_FIELDS.map(([name]) => [name, view.player(name)] as const);
  const set = (entries: readonly (readonly [string, number])[]) =>
    Object.fromEntries(entries.filter(([, value]) => value !== 0));
  const listOf = (name: PlayerList) =>
    set(
      Array.from({ length: PLAYER_LISTS[name].length }, (_, index) => [
        String(index),
        view.playerList(name, index),
      ]),
    );
  return {
    serverTime: view.serverTime,
    flags: view.flags,
    areas,
    fields: set(fields),
    lists: Object.fromEntries(
      (Object.keys(PLAYER_LISTS) as PlayerList[]).map((name) => [name, listOf(name)]),
    ),
    entities: Object.fromEntries(
      Array.from({ length: view.entityCount }, (_, place) => [
        view.entityNumber(place),
        set(ENTITY_FIELDS.map(([name]) => [name, view.entity(place, name)])),
      ]),
    ),
  };
}

const withoutZeros = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value] as const)
      .filter(([, value]) => value !== 0),
  );

test("what a builder was told is what a reader sees, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.integer({ min: 0, max: 1021 }).map(String), entity, { maxKeys: 5 }),
      fc.array(snapshot, { minLength: 1, maxLength: 40 }),
      fc.dictionary(
        fc.integer({ min: 0, max: 1023 }).map(String),
        fc
          .string({ unit: "binary", maxLength: 40 })
          .filter((text) => !/[%\0\ufffd\p{Cs}]/u.test(text)),
        { maxKeys: 6 },
      ),
      (baselines, snapshots, configStrings) => {
        const builder = new DemoBuilder(7).gamestate({ baselines, configStrings, recorder: 3 });
        for (const [index, { isWhole, ...values }] of snapshots.entries())
          builder.snapshot({ ...values, serverTime: index, ...(isWhole ? { deltaNum: 0 } : {}) });
        const seen: unknown[] = [];
        const demo = orThrow(
          readDemo(orThrow(builder.finish()), { onSnapshot: (view) => seen.push(shown(view)) }),
        );
        expect(seen).toEqual(
          snapshots.map(({ player, entities, flags, areas }, serverTime) => ({
            serverTime,
            flags,
            areas,
            fields: withoutZeros(player.fields ?? {}),
            lists: Object.fromEntries(
              Object.entries(player.lists ?? {}).map(([name, list]) => [name, withoutZeros(list)]),
            ),
            entities: Object.fromEntries(
              Object.entries(entities).map(([number, values]) => [
                number,
                withoutZeros({ ...baselines[number], ...values } as Record<string, number>),
              ]),
            ),
          })),
        );
        const strings = Object.entries(configStrings).filter(([, text]) => text !== "");
        expect(Object.fromEntries(demo.parts[0]?.configStrings ?? [])).toEqual(
          Object.fromEntries(strings),
        );
        expect(demo).toMatchObject({ recorder: 3, end: "marker", damage: null });
      },
    ),
    { numRuns: 60 },
  );
});

test("a made demo written anew is the same to the bit", () => {
  const messages = rewrite(buildScene({ seconds: 10 }).bytes, {});
  expect(messages).toHaveLength(202);
  for (const { source, own, used } of messages) {
    expect(own).toHaveLength(source.length);
    expect(alikeIn(source, own, used)).toBe(true);
  }
});

test("snapshots may lean on any of the last 32", () => {
  const builder = new DemoBuilder().gamestate({ configStrings: {} });
  const at = (serverTime: number, deltaNum?: number) =>
    builder.snapshot({
      serverTime,
      entities: { 5: { "pos.trBase[0]": serverTime * 1.5 } },
      ...(deltaNum === undefined ? {} : { deltaNum }),
    });
  at(0);
  for (let time = 1; time <= 40; time++) at(time, Math.min(time, 32));
  const places: number[] = [];
  const demo = orThrow(
    readDemo(orThrow(builder.finish()), {
      onSnapshot: (view) => places.push(view.entity(0, "pos.trBase[0]")),
    }),
  );
  expect(places).toEqual(Array.from({ length: 41 }, (_, time) => time * 1.5));
  expect(demo.counts).toMatchObject({ snapshots: 41, wholeSnapshots: 1, unusableSnapshots: 0 });
});

test.each([
  ["a field that is none", { 5: { eTyp: 1 } as EntityValues }],
  ["a number that is none", { 1022: {} }],
  ["a value that is none", { 5: { eType: Number.NaN } }],
])("a builder refuses %s", (_, entities) => {
  const builder = new DemoBuilder().gamestate({ configStrings: {} });
  const result = builder.snapshot({ serverTime: 1, entities }).finish();
  expect(result).toMatchObject({ ok: false, error: { code: "bad_value" } });
});

test("a builder refuses what has no room, and what comes before a gamestate", () => {
  const codeOf = (builder: DemoBuilder) => {
    const result = builder.finish();
    return result.ok ? null : result.error.code;
  };
  const begun = () => new DemoBuilder().gamestate({ configStrings: {} });
  expect(codeOf(new DemoBuilder())).toBe("no_gamestate");
  expect(codeOf(new DemoBuilder().snapshot({ serverTime: 1 }))).toBe("no_gamestate");
  expect(codeOf(begun().command("x".repeat(1024)))).toBe("text_too_long");
  expect(codeOf(begun().configString(5, 'a "b"'))).toBe("bad_value");
  expect(codeOf(begun().snapshot({ serverTime: 1, deltaNum: 3 }))).toBe("bad_value");
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [i, "x".repeat(60)]));
  expect(codeOf(new DemoBuilder().gamestate({ configStrings: many }))).toBe("message_too_large");
});
