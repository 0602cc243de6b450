import { describe, expect, it } from "vitest";
import { listed, pairedRound, type RoundSketch } from "../test/build-round.ts";
import { lineUp, rosterIds } from "./line-ups.ts";
import { roundValidity } from "./round-validity.ts";

const judge = (sketch: Partial<RoundSketch>, excludedMaps: string[] = []) => {
  const round = pairedRound({ number: 1, end: 12, ...sketch });
  const people = lineUp(round, rosterIds([round]));
  return { ...roundValidity(round, people, { excludedMaps }), bots: people.bots };
};

describe("roundValidity", () => {
  it("an ordinary round counts", () => {
    expect(judge({})).toEqual({
      bots: 0,
      botRound: false,
      filler: false,
      valid: true,
      formsSession: true,
      flags: [],
    });
  });

  it("bots that fill seats spoil nothing, up to as many as humans", () => {
    const filled = { axis: ["a1"], allies: ["b1", "b2"], axisBots: ["[BOT]x", "[BOT]y"] };
    expect(judge(filled)).toMatchObject({ bots: 2, botRound: false, valid: true });
    expect(judge({ ...filled, alliesBots: ["[BOT]z"] }).botRound).toBe(false);
    expect(judge({ ...filled, alliesBots: ["[BOT]z", "[BOT]u"] })).toMatchObject({
      bots: 4,
      botRound: true,
      valid: false,
      formsSession: false,
      flags: ["bot_round"],
    });
  });

  it("humans against bots alone is a bot round", () => {
    expect(judge({ allies: [], alliesBots: ["[BOT]z"] }).botRound).toBe(true);
    expect(judge({ axis: [], allies: [], alliesBots: ["[BOT]z"] }).botRound).toBe(true);
  });

  it("nobody at all on one side counts for nobody, unless his side is only unknown", () => {
    expect(judge({ allies: [] }).botRound).toBe(true);
    expect(judge({ allies: [], spectators: ["b1"] }).botRound).toBe(false);
    expect(judge({ allies: [], webhook: { allies: listed("b1") } }).botRound).toBe(false);
  });

  it("a filler map counts for nothing, in any case", () => {
    expect(judge({ map: "Supply" }, [" supply"])).toMatchObject({
      filler: true,
      valid: false,
      formsSession: false,
      flags: ["filler_map"],
    });
  });

  it("an orphan Round 2 forms a session but does not count; an aborted round does neither", () => {
    expect(judge({ number: 2, state: "orphan" })).toMatchObject({
      valid: false,
      formsSession: true,
    });
    expect(judge({ state: "aborted" })).toMatchObject({ valid: false, formsSession: false });
  });

  it("a Round 1 that may hold an earlier try forms a session but does not count", () => {
    const doubtful = judge({ flags: ["carried_unproven"] });
    expect(doubtful).toMatchObject({ valid: false, formsSession: true });
    expect(judge({ flags: ["carried_counters"] }).valid).toBe(true);
  });

  it("a stand-in is judged by its lists; bots there have GUIDs of their own", () => {
    const bots = ["OMNIBOT01", "OMNIBOT02", "OMNIBOT03"].map((guid) => ({
      guid: guid.padEnd(32, "0"),
      name: guid,
      rawName: guid,
    }));
    const lost = { lostFile: true, state: "paired" } as const;
    expect(judge({ ...lost, webhook: { axis: listed("a1"), allies: listed("b1") } })).toMatchObject(
      { valid: true, bots: 0 },
    );
    expect(judge({ ...lost, webhook: { axis: listed("a1", "a2"), allies: bots } })).toMatchObject({
      botRound: true,
      bots: 3,
    });
  });

  it("bots of file and list are counted once", () => {
    const bot = { guid: "OMNIBOT01".padEnd(32, "0"), name: "[BOT]x", rawName: "[BOT]x" };
    const webhook = { axis: [...listed("a1", "a2", "a3"), bot], allies: listed("b1") };
    expect(judge({ axisBots: ["[BOT]x", "[BOT]y"], webhook }).bots).toBe(2);
  });
});
