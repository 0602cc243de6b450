import { constants } from "node:fs";
import { access, readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Config } from "../config.ts";
import { targetName } from "../database.ts";
import { quarantineFolder } from "../quarantine.ts";
import { plural, size } from "../terminal/figures.ts";
import type { Finding } from "./finding.ts";

/** Less room than this and an import may fail. */
const tightBytes = 500e6;
/** Days after which a backup is old. */
const backupDays = 7;

/** What can be said without opening the database. `folder` is the data folder, resolved. */
export async function outerFindings(config: Config, folder: string, now: Date): Promise<Finding[]> {
  return [
    { topic: "program", level: "ok", message: `Node.js ${process.versions.node}` },
    configured(config),
    ...(await dataFolder(config, folder)),
    ...(await quarantine(config, folder)),
    ...(await backups(folder, now)),
  ];
}

function configured(config: Config): Finding {
  const { settings, origins } = config;
  const set = Object.keys(origins).filter((key) => key !== "databaseUrl");
  const told = set.map((key) => origins[key]).join(", ");
  const points = settings.pointScale ? `, points by ${settings.pointScale}` : "";
  const concede = settings.surrender === "concede" ? ", who gives up first loses the map" : "";
  return {
    topic: "configuration",
    level: "ok",
    message: `${targetName(config)}${points}${concede}${told ? `; set: ${told}` : "; nothing else set"}`,
  };
}

async function dataFolder({ data }: Config, folder: string): Promise<Finding[]> {
  const there = await stat(folder).catch(() => null);
  if (there && !there.isDirectory()) {
    return [
      {
        topic: "data folder",
        level: "bad",
        message: `${data} is no folder`,
        advice: "give --data another one",
      },
    ];
  }
  const place = there ? folder : await nearest(folder);
  if (
    !(await access(place, constants.W_OK).then(
      () => true,
      () => false,
    ))
  ) {
    return [
      {
        topic: "data folder",
        level: "bad",
        message: `${data} cannot be written`,
        advice: "change its owner, or give --data another folder",
      },
    ];
  }
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const room = `${data}, ${size(free)} free`;
  return free >= tightBytes
    ? [{ topic: "data folder", level: "ok", message: room }]
    : [
        {
          topic: "data folder",
          level: "note",
          message: room,
          advice: "make room before the next import",
        },
      ];
}

/** The closest folder above that exists: the one that would be written into. */
async function nearest(folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    if (dirname(path) === path) return path;
    if (
      await stat(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
}

async function quarantine({ data }: Config, folder: string): Promise<Finding[]> {
  const names = await readdir(quarantineFolder(folder)).catch(() => []);
  const files = names.filter((name) => !name.endsWith(".reason.txt") && !name.startsWith("."));
  if (files.length === 0) return [];
  return [
    {
      topic: "quarantine",
      level: "note",
      message: `${plural(files.length, "file")} in ${quarantineFolder(data)}, each with its reason beside it`,
      advice: "repair and import them, or delete them",
    },
  ];
}

async function backups(folder: string, now: Date): Promise<Finding[]> {
  const names = await readdir(join(folder, "backups")).catch(() => []);
  let newest = 0;
  for (const name of names.filter((one) => one.endsWith(".slomix-backup"))) {
    const about = await stat(join(folder, "backups", name)).catch(() => null);
    newest = Math.max(newest, about?.mtimeMs ?? 0);
  }
  if (newest === 0) return [];
  const days = Math.floor((now.getTime() - newest) / 86_400_000);
  const message = `the newest copy in backups is ${days === 0 ? "of today" : `${plural(days, "day")} old`}`;
  return days < backupDays
    ? [{ topic: "backups", level: "ok", message }]
    : [
        {
          topic: "backups",
          level: "note",
          message,
          advice: "slomix db backup FILE makes a new one",
        },
      ];
}
