import { describe, expect, it } from "vitest";
import { guid8, guid32, listed, pairedMap, pairedRound } from "../test/build-round.ts";
import { lineUp, rosterIds } from "./line-ups.ts";

const ids = (...names: string[]) => names.map(guid8).sort();
const short = (guid: string) => guid.slice(0, 8);

describe("lineUp", () => {
  it("joins the file's players and the webhook's lists", () => {
    const round = pairedRound({
      number: 1,
      end: 12,
      axis: ["a1", "leaver"],
      allies: ["b1"],
      webhook: { axis: listed("a1", "shotless"), allies: listed("b1") },
    });
    const people = lineUp(round, short);
    expect(people.axis).toEqual(ids("a1", "leaver", "shotless"));
    expect(people.allies).toEqual(ids("b1"));
    expect(people.names.get(guid8("shotless"))).toBe("shotless");
  });

  it("a spectator at the end takes the side that he changed to after Round 1", () => {
    const [r1, r2] = pairedMap(
      { end: 12, axis: ["a1"], allies: ["b1", "tired"], spectators: ["early"] },
      { end: 24, axis: ["b1"], allies: ["a1"], spectators: ["tired", "late"] },
    );
    expect(lineUp(r2, short, r1).axis).toEqual(ids("b1", "tired"));
    expect(lineUp(r2, short, r1).humans).toEqual(ids("a1", "b1", "tired", "late"));
    const first = lineUp(r1, short);
    expect([...first.axis, ...first.allies]).not.toContain(guid8("early"));
  });

  it("leaves bots out, whatever names them so", () => {
    const round = pairedRound({
      number: 1,
      end: 12,
      axis: ["a1"],
      allies: ["b1"],
      axisBots: ["[BOT]x"],
      webhook: {
        axis: [{ guid: "", name: "[BOT]nameless", rawName: "" }, ...listed("a1")],
        allies: [{ guid: guid32("b1"), name: "[BOT]human", rawName: "" }],
      },
    });
    const people = lineUp(round, short);
    expect(people).toMatchObject({ axis: ids("a1"), allies: ids("b1"), bots: 2 });
  });
});

it("a listed human without a GUID is nobody's line-up", () => {
  const nobody = { guid: "", name: "ghost", rawName: "ghost" };
  const round = pairedRound({ number: 1, end: 12, webhook: { axis: [nobody] } });
  expect(lineUp(round, rosterIds([round])).humans).toHaveLength(6);
});

describe("rosterIds", () => {
  it("is eight characters, and all 32 where two humans share them", () => {
    const twin = { ...listed("a1")[0], guid: `${guid8("a1")}${"1".repeat(24)}` };
    const round = pairedRound({
      number: 1,
      end: 12,
      webhook: {
        axis: listed("a1", "a2"),
        allies: [twin as (typeof round.telemetry & {})["axis"][0]],
      },
    });
    const id = rosterIds([round]);
    expect(id(guid32("a2"))).toBe(guid8("a2"));
    expect(id(guid32("a1"))).toBe(guid32("a1"));
    expect(id(twin.guid)).toBe(twin.guid);
  });

  it("one human in many lists shares with nobody", () => {
    const rounds = [12, 24].map((end) =>
      pairedRound({ number: 1, end, webhook: { axis: listed("a1") } }),
    );
    expect(rosterIds(rounds)(guid32("a1"))).toBe(guid8("a1"));
  });
});
