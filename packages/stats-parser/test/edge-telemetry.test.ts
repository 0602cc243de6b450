import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  assignVersusOwners,
  linkAwards,
  orThrow,
  parseEndstats,
  parseGametime,
  parseRoundWebhook,
  parseStatsFileOrThrow,
  type RoundTelemetry,
} from "../src/index.ts";
import { sample } from "./support/rounds.ts";
import { type TrueRound, type Truth, trueName } from "./support/truth.ts";

type Round = TrueRound & {
  readonly files: Readonly<
    Record<"stats" | "endstats" | "webhook" | "gametime", string | undefined>
  >;
  readonly end_unix: number;
  readonly start_unix: number;
};

const FOLDERS = {
  webhook: "webhooks",
  gametime: "gametimes",
  endstats: "gamestats",
  stats: "gamestats",
};

/** The n-th round of an edge case, with its file of one kind; null when the file does not exist. */
function edge(name: string, n = 0) {
  const folder = sample(`edge/${name}/`);
  const { rounds } = JSON.parse(readFileSync(`${folder}truth.json`, "utf8")) as Truth;
  const truth = rounds[n] as Round;
  const bytesOf = (kind: keyof typeof FOLDERS) => {
    const file = truth.files[kind];
    const path = `${folder}${FOLDERS[kind]}/${file}`;
    return file !== undefined && existsSync(path)
      ? { name: file, bytes: readFileSync(path) }
      : null;
  };
  const need = (kind: keyof typeof FOLDERS) => {
    const file = bytesOf(kind);
    if (!file) throw new Error(`${name} has no ${kind} of round ${n}`);
    return file;
  };
  return {
    truth,
    bytesOf,
    webhook: () => orThrow(parseRoundWebhook(need("webhook").bytes, need("webhook").name)),
    endstats: () => orThrow(parseEndstats(need("endstats").bytes, need("endstats").name)),
    players: () => parseStatsFileOrThrow(need("stats").bytes, need("stats").name).lines,
  };
}

const names = readdirSync(sample("edge")).sort();
const guids = (players: readonly { guid: string }[]) => players.map((player) => player.guid).sort();

function expectTrue(telemetry: RoundTelemetry, truth: Round): void {
  expect(telemetry).toMatchObject({
    map: truth.map,
    round: truth.round,
    winnerSide: truth.winner_side,
    defenderSide: truth.defender_side,
  });
  expect(Math.abs(telemetry.endUnix - truth.end_unix)).toBeLessThanOrEqual(1);
  expect(Math.abs((telemetry.startUnix ?? 0) - truth.start_unix)).toBeLessThanOrEqual(2);
  const at = (side: number) =>
    truth.players.filter((player) => player.side === side && player.present_at_end);
  for (const [players, side] of [
    [telemetry.axis, 1],
    [telemetry.allies, 2],
  ] as const) {
    // The lists hold who is there at the end, also without a shot; truth knows who played.
    for (const guid of guids(at(side))) expect(guids(players)).toContain(guid);
  }
}

describe("every webhook and gametime file of the edge cases agrees with the truth", () => {
  it.each(names)("%s", (name) => {
    const { rounds } = JSON.parse(readFileSync(sample(`edge/${name}/truth.json`), "utf8")) as Truth;
    for (const n of rounds.keys()) {
      const { truth, bytesOf } = edge(name, n);
      for (const [kind, parse] of [
        ["webhook", parseRoundWebhook],
        ["gametime", parseGametime],
      ] as const) {
        const file = bytesOf(kind);
        if (!file) continue;
        const result = parse(file.bytes, file.name);
        expect(result.ok && result.warnings).toEqual([]);
        expectTrue(orThrow(result), truth);
      }
    }
  });
});

describe("what single webhooks say", () => {
  it("webhook_v172: a time limit with decimals, and the real pause", () => {
    expect(edge("webhook_v172").webhook()).toMatchObject({
      version: "1.7.2",
      playtimeSeconds: 374,
      pauseCount: 1,
      pauseSeconds: 30,
      pauses: [{ startUnix: 1760126523, endUnix: 1760126553, seconds: 30 }],
      warmupStartUnix: 1760126462,
    });
    expect(edge("webhook_v172", 1).webhook()).toMatchObject({
      timeLimitMinutes: 6.22,
      warmupSeconds: 2,
    });
  });

  it("pause_twice: 1.6.0 knows of no pause, and its playtime includes both", () => {
    const { truth, webhook } = edge("pause_twice");
    expect(webhook()).toMatchObject({ version: "1.6.0", pauseCount: 0, pauses: [] });
    expect(webhook().playtimeSeconds).toBe(499);
    expect(Math.round(truth.duration_ms / 1000)).toBe(363);
  });

  it("server_hitch: 1.6.0 takes a stall for a pause", () => {
    expect(edge("server_hitch").webhook()).toMatchObject({
      pauseCount: 1,
      pauseSeconds: 4,
      pauses: [{ startUnix: 1760126594, endUnix: 1760126594, seconds: 4 }],
    });
  });

  it("surrender_r2: who called it", () => {
    expect(edge("surrender_r2", 1).webhook()).toMatchObject({
      endReason: "surrender",
      surrenderSide: 2,
      surrenderCallerGuid: "4D38B6AC7F158BAB0FA451F971218561",
      surrenderCallerName: "xXMaraXx",
      playtimeSeconds: 207,
    });
  });

  it("surrender_r2_defenders: the other side called it", () => {
    expect(edge("surrender_r2_defenders", 1).webhook()).toMatchObject({
      winnerSide: 2,
      defenderSide: 1,
      surrenderSide: 1,
    });
  });

  it("surrender_vote_failed: claims a surrender that did not happen, by the attackers who won", () => {
    const { truth, webhook } = edge("surrender_vote_failed");
    expect(truth.surrender).toBe(false);
    expect(webhook()).toMatchObject({ endReason: "surrender", surrenderSide: 2, winnerSide: 2 });
  });

  it("one_minute_round: 62 s are no ghost", () => {
    expect(edge("one_minute_round").webhook().playtimeSeconds).toBe(62);
  });

  it("lua54_lost_webhook: Round 2 has none, its endstats are there", () => {
    const { bytesOf, endstats } = edge("lua54_lost_webhook", 1);
    expect(bytesOf("webhook")).toBeNull();
    expect(bytesOf("gametime")).toBeNull();
    expect(endstats().versus.length).toBeGreaterThan(0);
  });

  it("leave_mid_r2: who left is in the stats file and not in the lists", () => {
    const { truth, webhook, players } = edge("leave_mid_r2", 1);
    const gone = truth.players.filter((player) => !player.present_at_end);
    expect(gone).toHaveLength(1);
    const guid = gone[0]?.guid ?? "";
    expect(players().map((line) => line.guid)).toContain(guid.slice(0, 8));
    expect([...guids(webhook().axis), ...guids(webhook().allies)]).not.toContain(guid);
  });

  it("guid_prefix_collision: the whole GUIDs tell the two apart", () => {
    const { webhook } = edge("guid_prefix_collision");
    const all = [...guids(webhook().axis), ...guids(webhook().allies)];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map((guid) => guid.slice(0, 8))).size).toBe(all.length - 1);
  });

  it("spectators: nobody who only watched is listed", () => {
    const { truth, webhook } = edge("spectators");
    expect([...guids(webhook().axis), ...guids(webhook().allies)].sort()).toEqual(
      guids(truth.players),
    );
  });

  it("bots: every bot has a whole GUID of its own", () => {
    const all = [...edge("bots").webhook().axis, ...edge("bots").webhook().allies];
    const bots = all.filter((player) => player.guid.startsWith("OMNIBOT"));
    expect(bots).toHaveLength(3);
    expect(new Set(guids(bots)).size).toBe(3);
    expect(bots.every((bot) => bot.name.startsWith("[BOT]"))).toBe(true);
  });

  it("odd_names: a UTF-8 name and a Latin-1 name in one line are both right", () => {
    const { truth, webhook } = edge("odd_names");
    const sent = new Map([...webhook().axis, ...webhook().allies].map((x) => [x.guid, x.rawName]));
    for (const { guid, name } of truth.players) {
      // The sender takes out ^0 to ^9 and nothing else.
      expect(sent.get(guid)).toBe(trueName(name).replace(/\^[0-9]/g, ""));
    }
  });
});

describe("what single endstats say", () => {
  it("old_writer: the owners of the duels follow from the mirror", () => {
    for (const n of [0, 1]) {
      const { endstats, players } = edge("old_writer", n);
      expect(endstats().hasOwners).toBe(false);
      const owned = assignVersusOwners(endstats(), players());
      expect(owned.every((line) => line.subjectSource === "inferred")).toBe(true);
      for (const { subject, opponent, kills, deaths } of owned) {
        expect(owned).toContainEqual(
          expect.objectContaining({
            subject: opponent,
            opponent: subject,
            kills: deaths,
            deaths: kills,
          }),
        );
      }
    }
  });

  it("odd_names: awards and opponents find their players", () => {
    const { endstats, players } = edge("odd_names");
    const file = endstats();
    expect(linkAwards(file.awards, players()).filter((x) => x.winnerGuid === null)).toEqual([]);
    const owned = assignVersusOwners(file, players());
    expect(owned.filter((line) => line.opponentGuid === null)).toEqual([]);
    expect(owned.find((line) => line.opponent === "CafRen")?.opponentGuid).toBe("B4631A3F");
    expect(owned.find((line) => line.opponent === "^^caret^")?.opponentGuid).toBe("16265041");
  });

  it("duplicate_names: awards of the shared name stay open, duels are told apart by the mirror", () => {
    const { endstats, players } = edge("duplicate_names");
    const awards = linkAwards(endstats().awards, players());
    expect(
      awards.filter((x) => x.player === "UnnamedPlayer").map((x) => x.winnerGuid),
    ).not.toContain(expect.any(String));
    expect(awards.find((x) => x.player === "crisp")?.winnerGuid).toBe("184ECC2D");
    const owned = assignVersusOwners(endstats(), players());
    expect(owned.filter((line) => line.opponentGuid === null)).toEqual([]);
    const pairs = owned.map(
      (line) => `${line.subjectGuid?.slice(0, 8)} ${line.opponentGuid?.slice(0, 8)}`,
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("leave_mid_r2: who left has neither block nor line", () => {
    const { truth, endstats } = edge("leave_mid_r2", 1);
    const gone = truth.players.find((player) => !player.present_at_end)?.guid;
    expect(endstats().versus.map((line) => line.subjectGuid)).not.toContain(gone);
  });

  it("bots: a bot's block has its whole GUID", () => {
    const subjects = edge("bots")
      .endstats()
      .versus.map((line) => line.subjectGuid);
    expect(subjects.some((guid) => guid?.startsWith("OMNIBOT"))).toBe(true);
    expect(subjects.every((guid) => guid?.length === 32)).toBe(true);
  });
});
