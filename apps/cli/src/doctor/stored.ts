import {
  type Database,
  type DoctorReport,
  doctorReport,
  type Health,
  health,
  type OddRound,
} from "@slomix/db";
import type { Config } from "../config.ts";
import { plural } from "../terminal/figures.ts";
import { moment } from "../terminal/moments.ts";
import type { Finding } from "./finding.ts";

/** Cases of each kind that are listed. */
const listed = 5;
/** Days without a round after which somebody may wonder. */
const quietDays = 14;

/** What an open database says about itself. */
export async function storedFindings(db: Database, config: Config, now: Date): Promise<Finding[]> {
  const zone = config.settings.serverZone ?? null;
  const counts = await health(db);
  const report = await doctorReport(db, listed);
  return [
    contents(counts),
    ...freshness(counts, now, zone),
    ...zoneFindings(config, report, zone),
    ...refused(report),
    ...unlinked(report, zone),
    ...orphans(report, zone),
    ...teamless(report),
  ];
}

function contents({ rounds, countedRounds, sessions, players, engine }: Health): Finding {
  if (rounds === 0) {
    return {
      topic: "contents",
      level: "note",
      message: "there is no round yet",
      advice: "slomix import PATH brings files of a game server in",
    };
  }
  return {
    topic: "contents",
    level: "ok",
    message: `${plural(rounds, "round")}, ${plural(countedRounds, "of them counts", "of them count")}, ${plural(sessions, "session")}, ${plural(players, "player")} (${engine})`,
  };
}

function freshness(
  { lastRoundEnd, lastFileAt }: Health,
  now: Date,
  zone: string | null,
): Finding[] {
  if (lastRoundEnd === null) return [];
  const days = Math.floor((now.getTime() - Date.parse(lastRoundEnd)) / 86_400_000);
  const file =
    lastFileAt === null ? "" : `; the newest file came in on ${moment(lastFileAt, zone).date}`;
  const message = `the newest round ended on ${moment(lastRoundEnd, zone).date}${file}`;
  if (days < quietDays) return [{ topic: "freshness", level: "ok", message }];
  return [
    {
      topic: "freshness",
      level: "note",
      message: `${message}: ${plural(days, "day")} ago`,
      advice: "if people played since, import the new files",
    },
  ];
}

function zoneFindings(
  { settings, origins }: Config,
  { clockRounds }: DoctorReport,
  zone: string | null,
): Finding[] {
  const about = clockRounds.cases.map(
    (round) => `${caseOf(round, zone)}: ${round.codes.join(", ")}`,
  );
  const has = (code: string) => clockRounds.cases.some(({ codes }) => codes.includes(code));
  const findings: Finding[] = [];
  if (settings.serverZone === undefined) {
    findings.push({
      topic: "server zone",
      level: "note",
      message: "not set: the clock is read from the webhooks where there are some, else as UTC",
      advice:
        "set SLOMIX_SERVER_ZONE to the zone of the game server's clock, e.g. Europe/Ljubljana",
    });
  } else {
    findings.push({
      topic: "server zone",
      level: "ok",
      message: `${settings.serverZone}, by ${origins["serverZone"] ?? "default"}`,
    });
  }
  if (clockRounds.total > 0) {
    findings.push({
      topic: "clock",
      level: "note",
      message: `the clock of ${plural(clockRounds.total, "round")} is not certain`,
      advice: has("zone_suspect")
        ? "most webhooks fit another zone than the one set: check SLOMIX_SERVER_ZONE, then slomix db rebuild"
        : "rounds in the hour that clocks repeat in autumn are settled by their webhooks; import those too",
      cases: about,
      total: clockRounds.total,
    });
  }
  return findings;
}

function refused({ refusedFiles: { total, cases } }: DoctorReport): Finding[] {
  if (total === 0) return [{ topic: "files", level: "ok", message: "no file was refused" }];
  return [
    {
      topic: "files",
      level: "note",
      message: `${plural(total, "file")} did not get in`,
      advice:
        "look at the copies in the quarantine folder; a repaired file is taken when it is imported again",
      cases: cases.map(
        ({ file, status, code, reason }) =>
          `${file}: ${reason ?? "no reason kept"} (${code ?? status})`,
      ),
      total,
    },
  ];
}

function unlinked(
  { unlinkedWebhooks: { total, cases } }: DoctorReport,
  zone: string | null,
): Finding[] {
  if (total === 0) return [];
  return [
    {
      topic: "webhooks",
      level: "note",
      message: `${plural(total, "webhook or gametime file")} without a round`,
      advice: "their stats files are missing, or the server zone is wrong; import the stats files",
      cases: cases.map(({ file, source, map, round, end }) => {
        const when = moment(end, zone);
        return `${file ?? source}: ${map} Round ${round}, ended ${when.date} ${when.time}`;
      }),
      total,
    },
  ];
}

function orphans({ orphans: { total, cases } }: DoctorReport, zone: string | null): Finding[] {
  if (total === 0) return [];
  return [
    {
      topic: "orphans",
      level: "note",
      message: `${plural(total, "Round 2", "times Round 2")} without its Round 1: nobody gets its numbers`,
      advice: "import the missing Round 1 files; everything else follows by itself",
      cases: cases.map((round) => caseOf(round, zone)),
      total,
    },
  ];
}

function teamless({ sessionsWithoutTeams: { total, cases } }: DoctorReport): Finding[] {
  if (total === 0) return [];
  return [
    {
      topic: "teams",
      level: "note",
      message: `${plural(total, "session")} without two teams`,
      advice: "nothing to do when people were only testing",
      cases: cases.map(
        ({ id, date, rounds }) => `session ${id}, ${date}: ${plural(rounds, "round")}`,
      ),
      total,
    },
  ];
}

function caseOf(round: OddRound, zone: string | null): string {
  const when = moment(round.end, zone);
  return round.file ?? `${round.map} Round ${round.round}, ended ${when.date} ${when.time}`;
}
