import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFile, type RoundTelemetry, type StatsFile } from "@slomix/stats-parser";
import { describe, expect, it } from "vitest";
import { score } from "./against-truth.ts";

/** Beside the checkout: files of real players, which are no part of the project. */
const FOLDER = join(import.meta.dirname, "../../../../shared/data/real");
const hasRealFiles = existsSync(join(FOLDER, "truth.json"));
const onRealFiles = (what: string) =>
  hasRealFiles ? what : `${what} (left out: no files in ../shared/data/real)`;

/** A Round 2 whose Round 1 the headers alone prove, and who won. */
interface ProvenPair {
  readonly round1: string;
  readonly round2: string;
  readonly winner: "r1attackers" | "r2attackers" | "draw";
  readonly r1attackers: readonly string[];
  readonly r1defenders: readonly string[];
}

function evidence(...folders: readonly string[]) {
  const stats: StatsFile[] = [];
  const telemetry: RoundTelemetry[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(join(FOLDER, folder))) {
      const file = parseFile(readFileSync(join(FOLDER, folder, name)), name);
      if (file.kind === "stats" && file.result.ok) stats.push(file.result.value);
      if (file.kind === "webhook" && file.result.ok) telemetry.push(file.result.value);
    }
  }
  return { stats, telemetry };
}

describe.skipIf(!hasRealFiles)(onRealFiles("files of real servers"), () => {
  it("half an hour after one group left, six others are a session of their own", () => {
    const folder = "cases/two_groups_one_after_another";
    const { stats, telemetry } = evidence(`${folder}/gamestats`, `${folder}/webhooks`);
    for (const files of [stats, stats.toReversed()]) {
      const { sessions } = score({ stats: files, telemetry });
      expect(sessions.map(({ teams }) => teams.map(({ guids }) => guids.length))).toEqual([
        [3, 3],
        [3, 3],
      ]);
      expect(sessions[1]?.matches).toMatchObject([{ map: "erdenberg_t2", result: "held" }]);
      const [set] = sessions[1]?.rounds ?? [];
      expect(sessions[1]?.matches[0]?.winner).toBe(set?.attackers);
    }
    expect(score({ stats, telemetry: [] }).sessions).toHaveLength(2);
  });

  it("no pair that the headers prove, and that is paired, has the wrong winner", () => {
    const truth = JSON.parse(readFileSync(join(FOLDER, "truth.json"), "utf8")) as {
      readonly pairs: readonly ProvenPair[];
    };
    const { sessions } = score(evidence("stats"), { serverZone: "Europe/Ljubljana" });
    const wrong: string[] = [];
    let paired = 0;
    for (const { round1, round2, winner, ...sides } of truth.pairs) {
      const session = sessions.find(({ matches }) =>
        matches.some((match) => match.round1 === round1 && match.round2 === round2),
      );
      const match = session?.matches.find((one) => one.round2 === round2);
      if (!session || !match) continue;
      paired += 1;
      const [a] = session.teams.map(({ guids }) => new Set(guids.map((guid) => guid.slice(0, 8))));
      const inA = (guids: readonly string[]) => guids.filter((guid) => a?.has(guid)).length;
      const attackers = inA(sides.r1attackers) > inA(sides.r1defenders) ? "A" : "B";
      const other = attackers === "A" ? "B" : "A";
      const right = { draw: "draw", r1attackers: attackers, r2attackers: other }[winner];
      if (match.winner !== right) wrong.push(`${round2}: ${match.winner}, not ${right}`);
    }
    expect(wrong).toEqual([]);
    expect(paired).toBeGreaterThan(50);
  });
});
