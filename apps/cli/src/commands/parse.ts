import { basename } from "node:path";
import type { StatsFile } from "@slomix/stats-parser";
import type { StopwatchSettings } from "@slomix/stopwatch";
import { CommandError, type ExitStatus } from "../command-error.ts";
import { type Answer, once, refused } from "../parse/answer.ts";
import { type AskedFile, readAsked } from "../parse/asked-file.ts";
import { describeReportFile } from "../parse/report-view.ts";
import { type AskedReport, refusedName, reportedRounds } from "../parse/reported-round.ts";
import { type AskedRound, type AskedStats, alone, pairAsked } from "../parse/rounds.ts";
import { describeAnswer } from "../parse/view.ts";
import type { Context } from "../program.ts";
import type { Palette } from "../terminal/palette.ts";

/** Options of `slomix parse`. */
interface Options {
  readonly json?: boolean;
  readonly round1?: string;
}

/** `slomix parse FILE…`: what the files say, in the order they were given; 1 when one was refused. */
export async function parse(
  { terminal, config }: Context,
  paths: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { cwd } = terminal;
  const round1 = options.round1 === undefined ? null : await readRound1(options.round1, cwd);
  const asked: AskedFile[] = [];
  for (const path of paths) asked.push(await readAsked(path, cwd));

  const stats = new Map(
    asked.flatMap((item): [AskedFile, AskedStats][] =>
      "parsed" in item && item.parsed.kind === "stats" && item.parsed.result.ok
        ? [[item, { path: item.path, file: item.parsed.result.value }]]
        : [],
    ),
  );
  const rounds = round1
    ? new Map([...stats.values()].map((item) => [item, alone(item.file, round1)]))
    : await pairAsked([...stats.values()], config.settings, cwd);

  let failed = false;
  for (const [at, item] of asked.entries()) {
    const own = stats.get(item);
    const answers = reportAnswers(item, await roundsOfReport(item, config.settings, cwd)) ?? [
      answerOf(item, own === undefined ? null : (rounds.get(own) ?? null)),
    ];
    for (const [part, answer] of answers.entries()) {
      failed ||= !answer.ok;
      if (options.json) await terminal.print(JSON.stringify(answer));
      else {
        if (at > 0 || part > 0) await terminal.print("");
        if (part === 0) await terminal.print(headOf(item, terminal.ink));
        await terminal.print(describeAnswer(answer, terminal));
      }
    }
  }
  return failed ? 1 : 0;
}

/** The rounds of a report; null for what is none. */
async function roundsOfReport(
  item: AskedFile,
  settings: Partial<StopwatchSettings>,
  cwd: string,
): Promise<AskedReport[] | null> {
  if ("problem" in item || item.parsed.kind !== "report" || !item.parsed.result.ok) return null;
  const { value: report, warnings } = item.parsed.result;
  return reportedRounds({ path: item.path, report, warnings }, settings, cwd);
}

/** What stands above the rounds of a match report. */
function headOf(item: AskedFile, ink: Palette): string[] {
  if ("problem" in item || item.parsed.kind !== "report" || !item.parsed.result.ok) return [];
  return describeReportFile(item.parsed.result.value, ink);
}

/** An answer for each round of a report, read (in order of play) or, after these, refused; null for another kind of file. */
function reportAnswers(item: AskedFile, rounds: readonly AskedReport[] | null): Answer[] | null {
  if (rounds === null || "problem" in item || item.parsed.kind !== "report") return null;
  const { path, parsed } = item;
  const refusals = parsed.result.ok ? parsed.result.value.refused : [];
  return [
    ...rounds.map(
      (round): Answer => ({
        file: round.file,
        kind: "report",
        ok: true,
        warnings: round.warnings,
        value: round.value,
      }),
    ),
    ...refusals.map((error) => refused(refusedName(path, error), "report", error)),
  ];
}

function answerOf(item: AskedFile, round: AskedRound | null): Answer {
  if ("problem" in item) return refused(item.path, null, item.problem);
  const { path: file, parsed } = item;
  if (!parsed.result.ok) return refused(file, parsed.kind, parsed.result.error);
  const { warnings } = parsed.result;
  if (parsed.kind === "endstats") {
    return { file, kind: parsed.kind, ok: true, warnings, value: parsed.result.value };
  }
  if (parsed.kind === "webhook" || parsed.kind === "gametime") {
    return { file, kind: parsed.kind, ok: true, warnings, value: parsed.result.value };
  }
  if (parsed.kind === "report" || round === null) throw new Error(`no round was made of ${file}`);
  const all = once(warnings, round.warnings);
  return { file, kind: "stats", ok: true, warnings: all, value: round.stats };
}

/** The file that `--round1` names; what is wrong with it concerns the whole run. */
async function readRound1(path: string, cwd: string): Promise<StatsFile> {
  const item = await readAsked(path, cwd);
  const refuse = (code: string, message: string) =>
    new CommandError(code, `--round1 ${basename(path)}: ${message}`);
  if ("problem" in item) throw refuse(item.problem.code, item.problem.message);
  const { kind, result } = item.parsed;
  if (!result.ok) throw refuse(result.error.code, result.error.message);
  if (kind !== "stats") throw refuse("unsupported_kind", "not a stats file");
  return result.value;
}
