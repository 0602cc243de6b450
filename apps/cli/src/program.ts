import { BOARD_KEYS, WEAPON_CLASSES } from "@slomix/analytics";
import type { connect } from "@slomix/db";
import { Command, Option } from "commander";
import type { ExitStatus } from "./command-error.ts";
import { type Config, type ConfigFlags, readConfig } from "./config.ts";
import { printable } from "./terminal/printable.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { version } from "./version.ts";

const settingsHelp = `
Settings of a community, by variable: SLOMIX_SESSION_GAP_MINUTES (60),
SLOMIX_PAIRING_WINDOW_MINUTES (60), SLOMIX_EXCLUDED_MAPS (a list), SLOMIX_POINT_SCALE
(mapWins or box), SLOMIX_SURRENDER (hold or concede), SLOMIX_TEAM_POOL
(sWat=#3498db,S*F=#e74c3c), SLOMIX_LOG_LEVEL (warn).

slomix test runs all tests of this checkout.

Exit status: 0 done, 1 something failed, 2 wrong usage.`;

/** What every command gets beside its own operands and options. */
export interface Context {
  readonly terminal: Terminal;
  readonly config: Config;
  /** Opens a database. */
  readonly connect: typeof connect;
}

/** One command: its work, and the status the run ends with. */
export type Work<Options = never> = (
  context: Context,
  operands: readonly string[],
  options: Options,
) => Promise<ExitStatus>;

/**
 * The command line. Each command's code is loaded when it runs, so that `parse` does not pay for the
 * database. `ended` gets the status of the command that ran.
 */
export function buildProgram(
  terminal: Terminal,
  open: typeof connect | undefined,
  ended: (status: ExitStatus) => void,
): Command {
  const program = new Command("slomix");
  const runs =
    (load: () => Promise<Work>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const config = readConfig(command.optsWithGlobals() as ConfigFlags, terminal.env);
      const work = await load();
      const context: Context = {
        terminal,
        config,
        connect: open ?? (async (...to) => (await import("@slomix/db")).connect(...to)),
      };
      // An option that a command shares with the one above it is taken by that one.
      const options = { ...command.parent?.opts(), ...command.opts() };
      ended(await work(context, command.processedArgs.flat(), options as never));
    };
  const json = () => new Option("--json", "print JSON on stdout and nothing else there");
  const port = () => new Option("--port <number>", "port of the API (SLOMIX_PORT; 8080)");
  const host = () => new Option("--host <address>", "its address (SLOMIX_HOST; 127.0.0.1)");
  const days = (usual: string) => new Option("--days <number>", `so many days (${usual})`);
  const asOf = () =>
    new Option("--as-of <when>", "count back from this day or minute (the newest round)");
  const period = () =>
    new Option("--period <period>", "all, season, or a season like 2025-Q4 (all)").conflicts(
      "days",
    );
  const map = (what: string) => new Option("--map <map>", what);
  const yes = () => new Option("--yes", "answer the question with yes");

  program
    .description("Stats of Enemy Territory stopwatch: from the game server's files to the table.")
    .version(version, "-V, --version", "print the version")
    .option("--data <dir>", "folder of the embedded database (SLOMIX_DATA; ./data)")
    .option("--database-url <url>", "a PostgreSQL server instead (SLOMIX_DATABASE_URL)")
    .option("--server-zone <zone>", "time zone of the game server's clock (SLOMIX_SERVER_ZONE)")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", settingsHelp)
    .showHelpAfterError("(slomix --help lists the commands, slomix COMMAND --help its options)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.print(text.trimEnd()).catch(() => {}),
      writeErr: (text) => terminal.say(text.trimEnd()),
      getOutHelpWidth: () => terminal.columns ?? 100,
      getErrHelpWidth: () => terminal.columns ?? 100,
      outputError: (text, write) =>
        write(`slomix: ${printable(text.replace(/^error: /, "").trim())}\n`),
    });

  program.commandsGroup("Start:");
  program
    .command("up")
    .description("open the database, fill it with the sample season when empty, serve the API")
    .addOption(port())
    .addOption(host())
    .option("--no-sample", "leave an empty database empty")
    .option("--open", "open a browser")
    .action(runs(async () => (await import("./commands/up.ts")).up));
  program
    .command("doctor")
    .description("what is configured, reachable and stale, and what to do about it")
    .addOption(port())
    .addOption(host())
    .addOption(json())
    .action(runs(async () => (await import("./commands/doctor.ts")).doctor));

  program.commandsGroup("Files:");
  program
    .command("parse")
    .description("read files of a game server and print what they say")
    .argument("<file...>", "stats, endstats, webhook, gametime or proximity files")
    .option("--round1 <file>", "the Round 1 to subtract, instead of the one found beside the file")
    .addOption(json())
    .action(runs(async () => (await import("./commands/parse.ts")).parse));
  program
    .command("trace")
    .description("take one file through the seven steps against a throw-away database")
    .argument("<file>", "a stats file; its partner and companions are found beside it")
    .addOption(json())
    .addOption(new Option("--markdown", "print a page of documentation").conflicts("json"))
    .action(runs(async () => (await import("./commands/trace.ts")).trace));
  program
    .command("import")
    .description("bring files into the database; whatever is there already stays as it is")
    .argument("<path...>", "files, folders, .tar.gz or .zip archives of a server folder")
    .option("--force", "take changed content of a known file even when it holds less")
    .option("--verbose", "list the files that are not ours")
    .addOption(json())
    .action(runs(async () => (await import("./commands/import.ts")).importFiles));
  program
    .command("export")
    .description("write the whole history into a folder")
    .argument("<dir>", "a folder, made when it is not there")
    .addOption(
      new Option("--format <format>", "file format").choices(["csv", "json"]).default("csv"),
    )
    .addOption(json())
    .action(runs(async () => (await import("./commands/export.ts")).exportHistory));

  program.commandsGroup("Demos:");
  const demo = program
    .command("demo")
    .description("recordings of the game: what they are, what happens in them, cuts")
    .helpCommand(false);
  demo
    .command("info")
    .description("map, players, length and state of a recording")
    .argument("<file>", "a .dm_84 file")
    .addOption(json())
    .action(runs(async () => (await import("./commands/demo-info.ts")).demoInfo));
  demo
    .command("events")
    .description("kills, chat, changes of teams and of the game's state, hits")
    .argument("<file>", "a .dm_84 file")
    .addOption(json())
    .action(runs(async () => (await import("./commands/demo-events.ts")).demoEvents));
  demo
    .command("cut")
    .description("a stretch of a recording as a recording of its own")
    .argument("<file>", "a .dm_84 file")
    .requiredOption(
      "--from <time>",
      "where it begins: seconds or m:ss of the recording, @ server time",
    )
    .requiredOption("--to <time>", "where it ends")
    .requiredOption("-o, --out <file>", "the file to write")
    .addOption(json())
    .action(runs(async () => (await import("./commands/demo-cut.ts")).demoCut));

  program.commandsGroup("Show:");
  program
    .command("sessions")
    .description("all gaming sessions with their score, newest first")
    .option("--limit <number>", "show only so many")
    .addOption(json())
    .action(runs(async () => (await import("./commands/sessions.ts")).sessions));
  program
    .command("session")
    .description("one gaming session: teams, matches, rounds, players")
    .argument("<id>", "number of the session, or last")
    .addOption(json())
    .action(runs(async () => (await import("./commands/session.ts")).session));
  program
    .command("player")
    .description("one player: totals, form, weapons, maps")
    .argument("<name-or-guid>", "a name, a part of one, or a GUID")
    .addOption(json())
    .action(runs(async () => (await import("./commands/player.ts")).player));
  program
    .command("leaderboard")
    .description("the players in the order of one figure")
    .argument("<metric>", BOARD_KEYS.join(", "))
    .option("--limit <number>", "how many players", "20")
    .option("--min-rounds <number>", "rank from so many rounds up")
    .option("--period <period>", "season, 2025-Q4, 365d, 90d, 30d or all", "all")
    .addOption(asOf())
    .option("--map <name>", "rounds of this map only")
    .addOption(new Option("--side <side>", "rounds on this side only").choices(["axis", "allies"]))
    .addOption(
      new Option("--weapons <class>", "only what was done with these weapons").choices(
        WEAPON_CLASSES.map(({ key }) => key),
      ),
    )
    .addOption(json())
    .action(runs(async () => (await import("./commands/leaderboard.ts")).leaderboard));

  program.commandsGroup("Players among themselves:");
  program
    .command("compare")
    .description("two to four players side by side")
    .argument("<player...>", "names or GUIDs")
    .addOption(days("all time"))
    .addOption(period())
    .addOption(asOf())
    .addOption(map("rounds on this map"))
    .addOption(new Option("--side <side>", "rounds on this side").choices(["axis", "allies"]))
    .addOption(json())
    .action(runs(async () => (await import("./commands/compare.ts")).compare));
  program
    .command("form")
    .description("how evenly, where and in which role a player does well, and his last evening")
    .argument("<player>", "a name or a GUID")
    .addOption(days("30 for consistency, else 90"))
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/form.ts")).form));
  program
    .command("matchup")
    .description("how two line-ups did against each other")
    .argument("<line-ups...>", "players with commas between: A,B,C vs D,E,F")
    .addOption(days("365"))
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/matchup.ts")).matchup));
  program
    .command("duo")
    .description("two players in one line-up; of one player: all his mates")
    .argument("<player>", "a name or a GUID")
    .argument("[mate]", "another one")
    .addOption(days("90"))
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/duo.ts")).duo));
  program
    .command("nemesis")
    .description("whom a player suffers from, and who suffers from him")
    .argument("<player>", "a name or a GUID")
    .addOption(days("90"))
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/nemesis.ts")).nemesis));

  program.commandsGroup("Earned:");
  program
    .command("awards")
    .description("what was won in an evening, and how everybody played")
    .argument("[session]", "number of the session, or last", "last")
    .option("--chaos", "the awards that tease, too")
    .addOption(json())
    .action(runs(async () => (await import("./commands/awards.ts")).awards));
  program
    .command("season")
    .description("champions and leaders of a quarter of a year")
    .argument("[season]", "like 2025-Q4; left out: that of the newest round")
    .addOption(json())
    .action(runs(async () => (await import("./commands/season.ts")).season));
  program
    .command("achievements")
    .description("badges and milestones of a player, and how far the next ones are")
    .argument("<player>", "a name or a GUID")
    .addOption(json())
    .action(runs(async () => (await import("./commands/achievements.ts")).achievements));

  program.commandsGroup("Who will win:");
  const predict = program
    .command("predict")
    .description("who would win, how sure that is, and why")
    .argument("<line-ups...>", "players with commas between: A,B,C vs D,E,F")
    .addOption(map("the map to be played"))
    .addOption(asOf())
    .option("--model <name>", "another model than the best one")
    .addOption(json())
    .helpCommand(false)
    .action(runs(async () => (await import("./commands/predict.ts")).predict));
  predict
    .command("session")
    .description("what was said before an evening, and what came of it")
    .argument("[session]", "number of the session, or last", "last")
    .addOption(json())
    .action(runs(async () => (await import("./commands/predict-session.ts")).predictSession));
  predict
    .command("stats")
    .description("how good the predictions of the last days were")
    .addOption(days("30"))
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/predict-stats.ts")).predictStats));
  predict
    .command("backtest")
    .description("walk through the history and score every model on it")
    .option("--past-sessions", "predict before each session, from past sessions only")
    .addOption(json())
    .action(runs(async () => (await import("./commands/predict-backtest.ts")).predictBacktest));
  const teams = program.command("teams").description("fair teams").helpCommand(false);
  teams
    .command("suggest")
    .description("the fairest splits of 4 to 12 players")
    .argument("<player...>", "names or GUIDs, or one list with commas between")
    .addOption(asOf())
    .addOption(json())
    .action(runs(async () => (await import("./commands/teams-suggest.ts")).teamsSuggest));

  program.commandsGroup("Database:");
  const db = program
    .command("db")
    .description("the database manager: create, rebuild, back up, ask")
    .helpCommand(false);
  db.command("create")
    .description("make the tables; a database with data is backed up and emptied first")
    .addOption(yes())
    .action(runs(async () => (await import("./commands/db-create.ts")).dbCreate));
  db.command("migrate")
    .description("bring the tables up to date; deletes nothing")
    .action(runs(async () => (await import("./commands/db-migrate.ts")).dbMigrate));
  db.command("rebuild")
    .description("back up, derive everything anew from its files and validate")
    .option("--from <path...>", "files, folders or archives; without it the stored files")
    .addOption(yes())
    .addOption(json())
    .action(runs(async () => (await import("./commands/db-rebuild.ts")).dbRebuild));
  db.command("fix-range")
    .description("the same for the evenings of some days")
    .argument("<from>", "first day, YYYY-MM-DD")
    .argument("<to>", "last day, YYYY-MM-DD")
    .option("--from <path...>", "files, folders or archives; without it the stored files")
    .addOption(yes())
    .addOption(json())
    .action(runs(async () => (await import("./commands/db-fix-range.ts")).dbFixRange));
  db.command("validate")
    .description("check the whole database and say what is wrong with it")
    .addOption(json())
    .action(runs(async () => (await import("./commands/db-validate.ts")).dbValidate));
  db.command("quick-test")
    .description("import a few files into a scratch database and check the result")
    .argument("[path...]", "files, folders or archives; without it the sample season")
    .addOption(json())
    .action(runs(async () => (await import("./commands/db-quick-test.ts")).dbQuickTest));
  db.command("backup")
    .description("write the whole database into one file")
    .argument("<file>", "the file to write")
    .action(runs(async () => (await import("./commands/db-backup.ts")).dbBackup));
  db.command("restore")
    .description("put a backup in the place of the database")
    .argument("<file>", "a file that backup wrote")
    .addOption(yes())
    .action(runs(async () => (await import("./commands/db-restore.ts")).dbRestore));
  db.command("query")
    .description("one SELECT, read only")
    .argument("<sql>", "the statement")
    .addOption(json())
    .action(runs(async () => (await import("./commands/db-query.ts")).dbQuery));
  return program;
}
