import type { IncomingFile } from "../src/ingest/index.ts";

/** Somebody of an invented fixture. */
interface Person {
  readonly guid: string;
  readonly name: string;
  readonly playerClass: string;
  readonly team: "alpha" | "beta";
  readonly tally: Tally;
}

interface Tally {
  kills: number;
  deaths: number;
  teamKills: number;
  selfKills: number;
  hits: number;
  shots: number;
  headshots: number;
  given: number;
  received: number;
  gibs: number;
}

type Entry = Record<string, string | number>;

const NAMES = [
  ["^1Kobilar", "medic"],
  ["^7Lisjak", "medic"],
  ["^3Mravlja", "engineer"],
  ["^2Novak^7.", "engineer"],
  ["^4Ožbolt", "fieldop"],
  ["Podgornik", "covertops"],
  ["^5Rožman", "medic"],
  ["^6S^7ever", "medic"],
  ["Tominc", "engineer"],
  ["^8Urbanija", "soldier"],
  ["Vidmar", "fieldop"],
  ["^1Z^7ajc", "engineer"],
] as const;

const REGIONS = ["HR_HEAD", "HR_ARMS", "HR_BODY", "HR_BODY", "HR_LEGS", "HR_NONE"];
/** Numbers of means of death: a submachine gun and a hand grenade a side; `/kill`. */
const MEANS = { 1: [8, 16], 2: [9, 18], suicide: 33 } as const;

/** What is asked of {@link leagueMatch}. */
export interface LeagueMatchOptions {
  readonly map?: string;
  /** Start of Round 1, unix seconds. */
  readonly startUnix?: number;
  readonly roundSeconds?: readonly [number, number];
  /** Other numbers, other fights. */
  readonly seed?: number;
}

/**
 * The two round reports of an invented map, six against six, as a game server's script writes them:
 * players, movement, fixture and a gamelog in which the numbers of `player_stats` can be counted.
 */
export function leagueMatch(options: LeagueMatchOptions = {}): IncomingFile[] {
  const { map = "supply", startUnix = 1_772_650_000, seed = 1 } = options;
  const lengths = options.roundSeconds ?? [460, 433];
  const random = randomOf(seed);
  const people = NAMES.map(([name, playerClass], i): Person => {
    const digits = (i + 16).toString(16).repeat(16);
    const team = i < 6 ? "alpha" : "beta";
    return { guid: digits.toUpperCase(), name, playerClass, team, tally: emptyTally() };
  });
  return ([1, 2] as const).map((round) => {
    const start = startUnix + (round === 1 ? 0 : lengths[0] + 60);
    const length = lengths[round - 1] as number;
    // Alpha defends first.
    const sideOf = (person: Person) => ((person.team === "alpha") === (round === 1) ? 1 : 2);
    const log = playRound(people, sideOf, length, random);
    const base = 100_000;
    const gamelog = log.map(
      ({ atMs, ...entry }): Entry => ({
        group: "player",
        ...entry,
        leveltime: base + Number(atMs),
        unixtime: start * 1000 + Number(atMs),
      }),
    );
    const report = {
      round_info: {
        mapname: map,
        round,
        defenderteam: 1,
        winnerteam: 2,
        timelimit: clock(round === 1 ? 720 : lengths[0]),
        nextTimeLimit: clock(length),
        round_start: base,
        round_end: base + length * 1000,
        round_start_unix: start,
        round_end_unix: start + length,
        matchID: "70001",
        servername: "^7invented server",
        config: "legacy6",
      },
      metadata: {
        servername: "^7invented server",
        config: "legacy6",
        matchID: "70001",
        scores: {
          alpha_teamname: "^1Vešče",
          beta_teamname: "^4Netopirji",
          match_finished: false,
          round: { round_num: round, alpha_side: round },
        },
      },
      player_stats: Object.fromEntries(
        people.map((person, i) => [
          person.guid,
          {
            guid: person.guid.slice(0, 8),
            name: person.name,
            rounds: String(round),
            team: String(sideOf(person)),
            weaponStats: weaponStats(person.tally),
            distance_travelled_meters: 900 + 71 * i + random(200),
            distance_travelled_spawn: 90 + random(30),
            spawn_count: gamelog.filter(
              (e) => e["label"] === "spawn" && e["player"] === person.guid,
            ).length,
            player_speed: { ups_avg: 210 + random(40), ups_peak: 600 + random(300) },
            stance_stats_seconds: { in_prone: random(9), in_crouch: random(60), in_sprint: 80 },
            shoves_given: i === 3 ? { [base + 4000]: { timestamp_unix: start + 4 } } : {},
          },
        ]),
      ),
      gamelog: [
        { group: "server", label: "round_start", leveltime: base, unixtime: start * 1000 },
        ...gamelog,
        {
          group: "server",
          label: "round_end",
          leveltime: base + length * 1000,
          unixtime: (start + length) * 1000,
        },
      ],
    };
    const stamp = new Date((start + length + 3) * 1000).toISOString();
    const name = `stats-70001-${stamp.slice(0, 10)}-${stamp.slice(11, 19).replaceAll(":", "")}-${map}-round-${round}.json`;
    return { name, path: name, bytes: new TextEncoder().encode(JSON.stringify(report)) };
  });
}

/** One round, a fight every two or three seconds. Men who die wait for a medic, then for the next wave. */
function playRound(
  people: readonly Person[],
  sideOf: (person: Person) => 1 | 2,
  seconds: number,
  random: (below: number) => number,
): Entry[] {
  const log: Entry[] = [];
  const alive = new Set<Person>();
  const downed = new Map<Person, number>();
  const waves = { 1: 30, 2: 20 };
  const count = (side: 1 | 2) => [...alive].filter((one) => sideOf(one) === side).length;
  const reinforcement = (side: 1 | 2, atMs: number) =>
    Math.round((waves[side] - ((atMs / 1000) % waves[side])) * 10) / 10;
  const places = () => {
    const [x, y, z] = [random(4000) - 2000, random(4000) - 2000, random(300)];
    return {
      killer_pos: `${x} ${y} ${z}`,
      victim_pos: `${x + random(1200) - 600} ${y + random(1200) - 600} ${z}`,
    };
  };
  const pick = <T>(list: readonly T[]) => list[random(list.length)];
  const spawn = (person: Person, atMs: number) => {
    alive.add(person);
    downed.delete(person);
    const at = { atMs, label: "spawn", player: person.guid };
    log.push({ ...at, team: sideOf(person), class: person.playerClass });
  };
  for (const person of people) spawn(person, 0);
  let fightAt = 9000;
  for (let atMs = 500; atMs < seconds * 1000 - 500; atMs += 500) {
    for (const side of [1, 2] as const)
      if (atMs % (waves[side] * 1000) === 0)
        for (const [person] of downed) if (sideOf(person) === side) spawn(person, atMs);
    for (const [person, since] of downed) {
      const medic = [...alive].find(
        (one) => one.playerClass === "medic" && sideOf(one) === sideOf(person),
      );
      if (!medic || atMs - since !== 2500 || random(10) > 3) continue;
      alive.add(person);
      downed.delete(person);
      log.push({ atMs, label: "revive", player: medic.guid, victim: person.guid });
    }
    if (atMs < fightAt) continue;
    fightAt = atMs + 1000 + random(5) * 500;
    const killer = pick([...alive]);
    if (!killer) continue;
    const side = sideOf(killer);
    const luck = random(100);
    const victims = [...alive].filter((one) =>
      luck < 3 ? one !== killer && sideOf(one) === side : sideOf(one) !== side,
    );
    const victim = luck >= 97 ? killer : pick(victims);
    if (!victim) continue;
    alive.delete(victim);
    downed.set(victim, atMs);
    const after = {
      axis_alive: count(1),
      allies_alive: count(2),
      victim_reinf: reinforcement(sideOf(victim), atMs),
    };
    const classes = { killer_class: killer.playerClass, victim_class: victim.playerClass };
    if (victim === killer) {
      killer.tally.selfKills++;
      const { victim_class } = classes;
      log.push({
        atMs,
        label: "suicide",
        player: killer.guid,
        weapon: MEANS.suicide,
        victim_class,
        ...after,
      });
      continue;
    }
    const told = { atMs, killer: killer.guid, victim: victim.guid };
    const weapon = MEANS[side][luck % 7 === 0 ? 1 : 0] as number;
    if (sideOf(victim) === side) {
      killer.tally.teamKills++;
      log.push({ ...told, label: "teamkill", weapon, ...classes, ...after });
      continue;
    }
    for (let hit = 0; hit < 5 + random(4); hit++) {
      const region = REGIONS[random(REGIONS.length)] as string;
      const damage = region === "HR_HEAD" ? 50 : 18;
      killer.tally.hits++;
      killer.tally.shots += 3;
      killer.tally.headshots += region === "HR_HEAD" ? 1 : 0;
      killer.tally.given += damage;
      victim.tally.received += damage;
      log.push({ ...told, label: "damage", damage, hit_region: region });
    }
    killer.tally.kills++;
    victim.tally.deaths++;
    log.push({
      ...told,
      label: "kill",
      weapon,
      killer_health: 1 + random(140),
      ...classes,
      ...places(),
      killer_reinf: reinforcement(side, atMs),
      ...after,
    });
  }
  const engineers = people.filter((one) => one.playerClass === "engineer" && sideOf(one) === 2);
  const attacker = engineers[0]?.guid ?? "";
  const defender = people.find((one) => one.playerClass === "engineer" && sideOf(one) === 1)?.guid;
  const objective = (share: number, label: string, what: string, player = attacker) =>
    log.push({ atMs: Math.round(seconds * share) * 1000, label, player, objective: what });
  objective(0.2, "obj_planted", "West Gate");
  objective(0.24, "obj_defused", "West Gate", defender);
  objective(0.33, "obj_planted", "West Gate");
  objective(0.4, "obj_destroyed", "West Gate");
  objective(0.6, "obj_repaired", "Crane Controls");
  objective(0.8, "obj_taken", "Gold Crate");
  objective(0.97, "obj_secured", "Gold Crate");
  return log.sort((a, b) => Number(a["atMs"]) - Number(b["atMs"]));
}

/** Mask with the MP 40 alone, its five numbers, and the ten values. */
function weaponStats(t: Tally): string[] {
  const weapon = [t.hits, t.shots, t.kills, t.deaths, t.headshots];
  const tab = [
    t.given,
    t.received,
    t.teamKills * 100,
    0,
    t.gibs,
    t.selfKills,
    t.teamKills,
    0,
    81,
    t.kills * 3,
  ];
  return [1 << 4, ...weapon, ...tab].map(String);
}

const emptyTally = (): Tally => ({
  kills: 0,
  deaths: 0,
  teamKills: 0,
  selfKills: 0,
  hits: 0,
  shots: 0,
  headshots: 0,
  given: 0,
  received: 0,
  gibs: 0,
});

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The same numbers for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
