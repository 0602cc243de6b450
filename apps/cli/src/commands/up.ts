import { createApi, createStarting, readSite, serveApi } from "@slomix/api";
import { type Database, listSessions } from "@slomix/db";
import { apiLog } from "../api-log.ts";
import type { ExitStatus } from "../command-error.ts";
import { CommandError } from "../command-error.ts";
import { targetName, targetOf } from "../database.ts";
import type { Context } from "../program.ts";
import { isEmpty } from "../safety-copy.ts";
import { samplePath } from "../samples.ts";
import { siteFolder } from "../site-folder.ts";
import { findSources } from "../sources/sources.ts";
import { plural } from "../terminal/figures.ts";
import { moment } from "../terminal/moments.ts";
import { openBrowser } from "../terminal/open-browser.ts";
import { printable } from "../terminal/printable.ts";
import { version } from "../version.ts";
import { importSources } from "./import.ts";

/** Options of `slomix up`. */
interface Options {
  readonly sample: boolean;
  readonly open?: boolean;
}

/**
 * `slomix up`: database, sample season when empty, API and web page, until somebody stops it. The port is taken
 * first, so that a taken one is known at once; until the season is in, data is "not yet" (503), and the page says so.
 */
export async function up(
  context: Context,
  _operands: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { terminal, config } = context;
  const stop = terminal.stop();
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  const folder = siteFolder();
  const site = folder === null ? null : readSite(folder);
  let app = createStarting(site);
  const server = await serveApi({
    app: { fetch: (request) => app.fetch(request) },
    host: config.host,
    port: config.port,
  });
  let db: Database | null = null;
  try {
    db = await context.connect(targetOf(config, terminal.cwd));
    if (options.sample && (await isEmpty(db))) await fillWithSample(context, db);
    if (!stop.aborted) {
      app = createApi({ db, version, site, ...apiLog(terminal, config.logLevel) });
      await terminal.print([
        `Slomix listens on ${terminal.ink.strong(server.url)}, with ${targetName(config)}.`,
        await lastSession(db, config.settings.serverZone ?? null),
        terminal.ink.quiet("Ctrl-C stops it."),
      ]);
      if (options.open) openBrowser(server.url);
      await stopped;
      terminal.say("slomix: stopping …");
    }
  } finally {
    await server.close();
    await db?.close();
  }
  return 0;
}

async function fillWithSample(context: Context, db: Database): Promise<void> {
  const { terminal } = context;
  terminal.say(
    "slomix: the database is empty; importing the sample season (--no-sample leaves it empty)",
  );
  const sources = await findSources([samplePath("season.tar.gz")], terminal.cwd);
  const { failures } = await importSources(context, db, sources, false);
  if (failures.length > 0) {
    const [first] = failures;
    throw new CommandError(
      "bad_sample",
      `the sample season is damaged: ${first?.file}: ${first?.message}`,
    );
  }
}

async function lastSession(db: Database, zone: string | null): Promise<string> {
  const { sessions, total } = await listSessions(db, { limit: 1, offset: 0 });
  const [last] = sessions;
  if (!last) return "No session yet: slomix import PATH brings files in.";
  const [nameA = "A", nameB = "B"] = last.teamNames.map((name) => printable(name));
  const { teamA, teamB } = last.score;
  const date = moment(last.start, zone).date;
  return `${plural(total, "session")}; the last one on ${date}: ${nameA} ${teamA}–${teamB} ${nameB}, ${plural(last.maps.length, "map")}, ${plural(last.players, "player")}.`;
}
