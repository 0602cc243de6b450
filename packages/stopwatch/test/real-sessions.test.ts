import { describe, expect, it } from "vitest";
import { score } from "./against-truth.ts";
import { hasRealFiles, onRealFiles, realFiles, realWebhooks, truePairs } from "./real-files.ts";

describe.runIf(hasRealFiles)(onRealFiles("evenings of real servers"), () => {
  it("half an hour after one group left, six others are a session of their own", () => {
    const folder = "cases/two_groups_one_after_another";
    const stats = realFiles(`${folder}/gamestats`);
    const telemetry = realWebhooks(`${folder}/webhooks`);
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
    const { sessions } = score(
      { stats: realFiles("stats"), telemetry: [] },
      { serverZone: "Europe/Ljubljana" },
    );
    const wrong: string[] = [];
    let paired = 0;
    for (const { round1, round2, winner, ...sides } of truePairs()) {
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
    expect(paired).toBe(74);
  });
});
