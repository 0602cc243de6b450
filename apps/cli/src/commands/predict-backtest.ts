import { loadPlayedMatches } from "@slomix/db";
import { type BacktestReport, backtest } from "@slomix/predict";
import type { ExitStatus } from "../command-error.ts";
import { withDatabase } from "../database.ts";
import type { Context } from "../program.ts";
import { describeBacktest } from "../show/backtest-view.ts";

/** `slomix predict backtest`: what each model would have said before each map, and how right it was. */
export async function predictBacktest(
  context: Context,
  _operands: readonly string[],
  flags: { readonly json?: boolean; readonly pastSessions?: boolean },
): Promise<ExitStatus> {
  const { terminal } = context;
  const history = await withDatabase(context, (db) => loadPlayedMatches(db));
  const report = backtest(history, { pastSessions: flags.pastSessions ?? false });
  if (flags.json) await terminal.print(JSON.stringify(plain(report)));
  else await terminal.print(describeBacktest(report, terminal));
  return 0;
}

/** The figures alone. */
function plain(report: BacktestReport) {
  return {
    matches: report.matches,
    from: report.from,
    models: report.models.map(({ name, accuracy, brier, logLoss, calibration }) => ({
      ...{ name, accuracy, brier, logLoss },
      calibration: calibration.map(({ from, to, n, predicted, observed }) => ({
        ...{ from, to, n, predicted, observed },
      })),
    })),
    default: report.default,
  };
}
