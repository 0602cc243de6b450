import { isServerZone, type StopwatchSettings } from "@slomix/stopwatch";
import * as v from "valibot";
import { usageError } from "./command-error.ts";

/** Flags that a command may take beside its own; each has a variable in the environment. */
export interface ConfigFlags {
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly serverZone?: string;
  readonly port?: string;
  readonly host?: string;
}

/** Everything that may be configured, read and checked. */
export interface Config {
  /** Folder of the embedded database, of quarantined files and backups. */
  readonly data: string;
  /** The server's address; null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** What `up` logs. */
  readonly logLevel: LogLevel;
  /** Only what was set; the rest are the stopwatch's defaults. */
  readonly settings: Partial<StopwatchSettings>;
  /** Where each given value came from, by key, for messages and `doctor`. */
  readonly origins: Readonly<Record<string, string>>;
}

const logLevels = ["silent", "error", "warn", "info", "debug"] as const;

/** How much is logged; `info` has a line for each request. */
export type LogLevel = (typeof logLevels)[number];

/** Key → flag and variable. The schema below has the same keys. */
const names = {
  data: { flag: "--data", variable: "SLOMIX_DATA" },
  databaseUrl: { flag: "--database-url", variable: "SLOMIX_DATABASE_URL" },
  serverZone: { flag: "--server-zone", variable: "SLOMIX_SERVER_ZONE" },
  port: { flag: "--port", variable: "SLOMIX_PORT" },
  host: { flag: "--host", variable: "SLOMIX_HOST" },
  logLevel: { flag: null, variable: "SLOMIX_LOG_LEVEL" },
  sessionGapMinutes: { flag: null, variable: "SLOMIX_SESSION_GAP_MINUTES" },
  pairingWindowMinutes: { flag: null, variable: "SLOMIX_PAIRING_WINDOW_MINUTES" },
  excludedMaps: { flag: null, variable: "SLOMIX_EXCLUDED_MAPS" },
  pointScale: { flag: null, variable: "SLOMIX_POINT_SCALE" },
  surrender: { flag: null, variable: "SLOMIX_SURRENDER" },
  teamPool: { flag: null, variable: "SLOMIX_TEAM_POOL" },
} as const;

type Key = keyof typeof names;

/** The runtime also takes bare offsets; those know no summer time and are no zone of the IANA list. */
function isZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && isServerZone(text);
}

const number = (from: number, to: number, what: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d+(\.\d+)?$/, what),
    v.transform(Number),
    v.minValue(from, what),
    v.maxValue(to, what),
  );
const text = (what: string) => v.pipe(v.string(), v.trim(), v.nonEmpty(what));
const list = v.pipe(
  v.string(),
  v.transform((value) =>
    value
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
);
const minutes = number(1, 1440, "must be a number of minutes from 1 to 1440");
const portRule = "must be a port number from 0 to 65535";

const schema = v.pipe(
  v.object({
    data: v.optional(text("must name a folder"), "./data"),
    databaseUrl: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.regex(/^postgres(ql)?:\/\/./, "must be an address such as postgres://user@host/slomix"),
      ),
    ),
    serverZone: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.check(isZone, "must be a time zone of the IANA list, such as Europe/Ljubljana"),
      ),
    ),
    port: v.optional(v.pipe(number(0, 65535, portRule), v.integer(portRule)), "8080"),
    host: v.optional(text("must be a host name or address"), "127.0.0.1"),
    logLevel: v.optional(v.picklist(logLevels, `must be one of ${logLevels.join(", ")}`), "warn"),
    sessionGapMinutes: v.optional(minutes),
    pairingWindowMinutes: v.optional(minutes),
    excludedMaps: v.optional(
      v.pipe(
        list,
        v.transform((maps) => maps.map((map) => map.toLowerCase())),
      ),
    ),
    pointScale: v.optional(v.picklist(["mapWins", "box"], "must be mapWins or box")),
    surrender: v.optional(v.picklist(["hold", "concede"], "must be hold or concede")),
    teamPool: v.optional(
      v.pipe(
        list,
        v.array(
          v.pipe(
            v.string(),
            v.regex(/^.{1,40}=#[0-9a-f]{6}$/i, "must be a list such as sWat=#3498db,S*F=#e74c3c"),
          ),
        ),
        v.transform((entries) =>
          entries.map((entry) => ({
            name: entry.slice(0, -8).trim(),
            color: Number.parseInt(entry.slice(-6), 16),
          })),
        ),
      ),
    ),
  }),
  v.forward(
    v.check(
      ({ sessionGapMinutes = 60, pairingWindowMinutes }) =>
        pairingWindowMinutes === undefined || pairingWindowMinutes <= sessionGapMinutes,
      "must not be above the session gap (SLOMIX_SESSION_GAP_MINUTES)",
    ),
    ["pairingWindowMinutes"],
  ),
);

/**
 * The configuration: flags first, then the environment (an empty variable counts as not set), then
 * the defaults.
 *
 * @throws {CommandError} status 2, naming the flag or variable that is wrong
 */
export function readConfig(
  flags: ConfigFlags,
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const given: Partial<Record<Key, string>> = {};
  const origins: Record<string, string> = {};
  for (const key of Object.keys(names) as Key[]) {
    const { flag, variable } = names[key];
    const fromFlag = (flags as Partial<Record<Key, string>>)[key];
    const value = fromFlag ?? (env[variable] || undefined);
    if (value === undefined) continue;
    given[key] = value;
    origins[key] = fromFlag === undefined ? variable : (flag ?? variable);
  }
  const result = v.safeParse(schema, given);
  if (!result.success) {
    const issue = result.issues[0];
    const key = v.getDotPath(issue)?.split(".")[0] as Key;
    const shown = key === "databaseUrl" ? "" : `, not “${given[key]}”`;
    throw usageError(`${origins[key] ?? names[key].variable} ${issue.message}${shown}`);
  }
  const { data, databaseUrl = null, port, host, logLevel, ...rest } = result.output;
  const settings = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<StopwatchSettings>;
  return { data, databaseUrl, port, host, logLevel, settings, origins };
}
