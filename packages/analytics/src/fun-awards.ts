import type { SumKey } from "./counters.ts";
import { type MetricKey, metricValue } from "./metrics.ts";
import type { PlayerSums } from "./player-sums.ts";
import type { PlayerEntry } from "./players.ts";

/** An award for fun of one session. */
export interface FunAward {
  readonly key: string;
  readonly title: string;
  readonly emoji: string;
  /** What the winner has most (or least) of. */
  readonly by: string;
  /** What must be reached to win it, in words. */
  readonly condition: string;
  readonly value: (sums: PlayerSums) => number;
  readonly qualifies: (sums: PlayerSums) => boolean;
  readonly lowest?: boolean;
}

/** An award with its winner. */
export interface WonAward {
  readonly award: FunAward;
  readonly guid: string;
  readonly name: string;
  readonly value: number;
}

const MORE_THAN_SECONDS = 120;
const MORE_THAN_KILLS = 5;

/** Conditions are for each round played, or a long session would win them all. */
const perRound = (sums: PlayerSums, key: SumKey, least: number) => sums[key] >= least * sums.rounds;

function counted(
  key: string,
  title: string,
  emoji: string,
  sum: SumKey,
  by: string,
  least: number,
): FunAward {
  return {
    key,
    title,
    emoji,
    by,
    condition: `${least} for each round`,
    value: (sums) => sums[sum],
    qualifies: (sums) => perRound(sums, sum, least),
  };
}

function shareOfKills(
  key: string,
  title: string,
  emoji: string,
  metric: MetricKey,
  sum: SumKey,
  by: string,
  percent: number,
  least: number,
): FunAward {
  return {
    key,
    title,
    emoji,
    by,
    condition: `${percent} % of more than ${MORE_THAN_KILLS} kills, ${least} for each round`,
    value: (sums) => metricValue(metric, sums),
    qualifies: (sums) =>
      sums.kills > MORE_THAN_KILLS &&
      metricValue(metric, sums) >= percent &&
      perRound(sums, sum, least),
  };
}

function spree(key: string, title: string, emoji: string, sum: SumKey, by: string): FunAward {
  return {
    key,
    title,
    emoji,
    by,
    condition: "5 in a row",
    value: (sums) => sums[sum],
    qualifies: (sums) => sums[sum] >= 5,
  };
}

/** The awards of a session. */
export const FUN_AWARDS: readonly FunAward[] = [
  counted("zombie_mode", "Zombie Mode", "🧟", "timesRevived", "times revived", 1.5),
  counted("team_dad", "Team Dad", "💉", "revivesGiven", "revives given", 2.5),
  counted("cleanup_crew", "Cleanup Crew", "💀", "gibs", "gibs", 2.5),
  shareOfKills(
    "silent_assassin",
    "Silent Assassin",
    "🎯",
    "headshots",
    "headshotKills",
    "kills by a headshot, percent",
    20,
    1.5,
  ),
  counted(
    "demolition_expert",
    "Demolition Expert",
    "💣",
    "dynamitesPlanted",
    "dynamites planted",
    1,
  ),
  counted("bomb_squad", "Bomb Squad", "🛡️", "dynamitesDefused", "dynamites defused", 1),
  spree("hot_streak", "Hot Streak", "🔥", "killingSpreeBest", "best killing spree"),
  {
    key: "glass_cannon",
    title: "Glass Cannon",
    emoji: "💥",
    by: "DPM × deaths ÷ kills",
    condition: "150 DPM and as many deaths as kills",
    value: (sums) => (sums.kills > 0 ? (metricValue("dpm", sums) * sums.deaths) / sums.kills : 0),
    qualifies: (sums) =>
      sums.kills > 0 && sums.deaths >= sums.kills && metricValue("dpm", sums) >= 150,
  },
  shareOfKills(
    "impactful_fragger",
    "Impactful Fragger",
    "⭐",
    "usefulKillShare",
    "usefulKills",
    "useful kills, percent",
    30,
    2.5,
  ),
  counted("the_tank", "The Tank", "🧱", "damageReceived", "damage received", 1000),
];

/** Awards that are teased with; shown on request. */
export const CHAOS_AWARDS: readonly FunAward[] = [
  {
    key: "damage_efficiency",
    title: "Bargain Hunter",
    emoji: "⚡",
    by: "damage given for damage received",
    condition: "more than 1.5",
    value: (sums) => metricValue("damageRatio", sums),
    qualifies: (sums) => metricValue("damageRatio", sums) > 1.5,
  },
  counted("engineer", "Handyman", "🔧", "constructions", "constructions", 0.5),
  counted("friendly_fire", "Friendly Fire", "🤦", "teamKills", "team kills", 1.5),
  counted("self_destruct", "Self-Destruct", "🪦", "selfKills", "self-kills", 1),
  counted("kill_thief", "Kill Thief", "🥷", "killSteals", "kill steals", 2.5),
  {
    key: "spray_and_pray",
    title: "Spray and Pray",
    emoji: "🔫",
    by: "bullets for each kill",
    condition: "50 for each kill",
    value: (sums) => metricValue("bulletsPerKill", sums),
    qualifies: (sums) => sums.kills > 0 && metricValue("bulletsPerKill", sums) >= 50,
  },
  {
    key: "sharpshooter",
    title: "Penny Pincher",
    emoji: "🪙",
    by: "fewest bullets for each kill",
    condition: "5 kills",
    value: (sums) => metricValue("bulletsPerKill", sums),
    qualifies: (sums) => sums.kills >= 5 && sums.bulletsFired > 0,
    lowest: true,
  },
  counted("punching_bag", "Punching Bag", "🥊", "damageReceived", "damage received", 500),
  counted("too_late", "Too Late", "🕰️", "uselessKills", "useless kills", 1.5),
  spree("respawn_regular", "Respawn Regular", "🔁", "deathSpreeWorst", "worst death spree"),
];

/**
 * Winners over the players of one session. Who played two minutes or less wins nothing, and nobody
 * wins with nothing. On a tie the one with more kills, then the smaller GUID.
 */
export function funAwards(
  players: readonly PlayerEntry[],
  awards: readonly FunAward[] = FUN_AWARDS,
): WonAward[] {
  const taking = players
    .filter(({ sums }) => sums.timePlayedSeconds > MORE_THAN_SECONDS)
    .sort((a, b) => b.sums.kills - a.sums.kills || (a.guid < b.guid ? -1 : 1));
  return awards.flatMap((award): WonAward[] => {
    let best: WonAward | undefined;
    for (const { guid, name, sums } of taking) {
      const value = award.value(sums);
      if (!(value > 0) || !award.qualifies(sums)) continue;
      const better = !best || (award.lowest ? value < best.value : value > best.value);
      if (better) best = { award, guid, name, value };
    }
    return best ? [best] : [];
  });
}
