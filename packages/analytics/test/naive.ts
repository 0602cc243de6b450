import type { MetricKey, PlayerRow } from "../src/index.ts";

// A second opinion: every metric written out by hand over raw rows, sharing nothing with the registry.

type Field = Exclude<keyof PlayerRow, "round" | "guid" | "name" | "bot" | "side" | "weapons">;

const LEFT_OUT = [
  "GRENADE",
  "SYRINGE",
  "DYNAMITE",
  "AIRSTRIKE",
  "ARTILLERY",
  "SATCHEL",
  "LANDMINE",
];

/** Rows of humans that count, by hand. */
export function naivelyCounted(rows: readonly PlayerRow[]): PlayerRow[] {
  return rows.filter(({ bot, round: { valid, status, number } }) => {
    if (bot || !valid || (number !== 1 && number !== 2)) return false;
    return status === "completed" || status === "substitution";
  });
}

/** A metric of one player's counted rows, by hand. */
export function naiveMetric(key: MetricKey, rows: readonly PlayerRow[]): number {
  const s = (...fields: Field[]) => {
    let all = 0;
    for (const row of rows) for (const field of fields) all += row[field] ?? 0;
    return all;
  };
  const best = (field: Field) => Math.max(0, ...rows.map((row) => row[field] ?? 0));
  const aimed = (field: "hits" | "shots" | "headshots") => {
    let all = 0;
    for (const { weapons } of rows)
      for (const w of weapons) if (!LEFT_OUT.includes(w.weapon)) all += w[field];
    return all;
  };
  const nades = (field: "hits" | "shots" | "kills") => {
    let all = 0;
    for (const { weapons } of rows)
      for (const w of weapons) if (w.weapon === "GRENADE") all += w[field];
    return all;
  };
  let dead = 0;
  for (const row of rows) {
    dead += Math.min((row.timeDeadMinutes ?? 0) * 60, row.timePlayedSeconds ?? 0);
  }
  const timed = rows.filter(({ timeDeadMinutes }) => typeof timeDeadMinutes === "number");
  const timedOf = (field: Field) => timed.reduce((all, row) => all + (row[field] ?? 0), 0);
  const watched = timedOf("timePlayedSeconds");
  const played = s("timePlayedSeconds");
  const div = (a: number, b: number, none = 0) => (b > 0 ? a / b : none);
  const n = rows.length;
  const objectives = s(
    "objectivesStolen",
    "objectivesReturned",
    "dynamitesPlanted",
    "dynamitesDefused",
  );
  const by: Record<MetricKey, () => number> = {
    kills: () => s("kills"),
    deaths: () => s("deaths"),
    kd: () => div(s("kills"), s("deaths"), s("kills")),
    efficiency: () => 100 * div(s("kills"), s("kills") + s("deaths")),
    killsPerRound: () => div(s("kills"), n),
    deathsPerRound: () => div(s("deaths"), n),
    killsPerMinute: () => div(s("kills"), played / 60),
    killAssists: () => s("killAssists"),
    killSteals: () => s("killSteals"),
    usefulKills: () => s("usefulKills"),
    uselessKills: () => s("uselessKills"),
    usefulKillShare: () => Math.min(100, 100 * div(s("usefulKills"), s("kills"))),
    usefulKillsPerRound: () => div(s("usefulKills"), n),
    multikills: () => s("doubleKills", "tripleKills", "quadKills", "multiKills", "megaKills"),
    doubleKills: () => s("doubleKills"),
    tripleKills: () => s("tripleKills"),
    quadKills: () => s("quadKills"),
    multiKills: () => s("multiKills"),
    megaKills: () => s("megaKills"),
    bestSpree: () => best("killingSpreeBest"),
    worstSpree: () => best("deathSpreeWorst"),
    damage: () => s("damageGiven"),
    damageReceived: () => s("damageReceived"),
    damageRatio: () => div(s("damageGiven"), s("damageReceived")),
    dpm: () => div(s("damageGiven"), played / 60),
    fragPotential: () => div(timedOf("damageGiven"), (watched - dead) / 60),
    teamDamage: () => s("teamDamageGiven"),
    teamwork: () => 100 * div(s("teamDamageGiven"), s("damageGiven")),
    accuracy: () => Math.min(100, 100 * div(aimed("hits"), aimed("shots"))),
    accuracyAllWeapons: () => Math.min(100, 100 * div(s("hits"), s("shots"))),
    headshots: () => Math.min(100, 100 * div(s("headshotKills"), s("kills"))),
    headshotHits: () => Math.min(100, 100 * div(aimed("headshots"), aimed("hits"))),
    headshotKills: () => s("headshotKills"),
    headHits: () => s("headshots"),
    bulletsPerKill: () => div(s("bulletsFired"), s("kills"), s("bulletsFired")),
    grenades: () => nades("kills"),
    grenadeAccuracy: () => 100 * div(nades("hits"), nades("shots")),
    grenadeArea: () => div(nades("hits"), nades("kills")),
    revives: () => s("revivesGiven"),
    revivesPerRound: () => div(s("revivesGiven"), n),
    timesRevived: () => s("timesRevived"),
    gibs: () => s("gibs"),
    gibsPerRound: () => div(s("gibs"), n),
    objectives: () => objectives,
    objectivesPerRound: () => div(objectives, n),
    objectivesStolen: () => s("objectivesStolen"),
    objectivesReturned: () => s("objectivesReturned"),
    dynamitesPlanted: () => s("dynamitesPlanted"),
    dynamitesDefused: () => s("dynamitesDefused"),
    constructions: () => s("constructions"),
    xp: () => s("xp"),
    selfKills: () => s("selfKills"),
    fullSelfKills: () => s("fullSelfKills"),
    teamKills: () => s("teamKills"),
    games: () => new Set(rows.map(({ round }) => round.key)).size,
    timePlayed: () => played,
    timeAlive: () => watched - dead,
    timeDead: () => dead,
    timeDeadShare: () => 100 * div(dead, watched),
    survival: () => (watched > 0 ? 100 - 100 * div(dead, watched) : 0),
    denied: () => s("deniedPlaytimeSeconds"),
    deniedShare: () => 100 * div(s("deniedPlaytimeSeconds"), played),
    deniedPerMinute: () => 60 * div(s("deniedPlaytimeSeconds"), played),
  };
  return by[key]();
}
