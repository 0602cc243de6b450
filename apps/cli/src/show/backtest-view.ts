import type { BacktestReport } from "@slomix/predict";
import { count, decimal, plural } from "../terminal/figures.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

const percent = (share: number | null) => (share === null ? "–" : `${decimal(share * 100, 1)} %`);

/** What a walk through the history measured, for people. */
export function describeBacktest(report: BacktestReport, { columns, ink }: View): string[] {
  const { matches, from, to, sessions, models, differences, pastSessions } = report;
  if (matches === 0)
    return ["The history is too short: nothing was decided after the first ten sessions."];
  const layout = { columns, palette: ink };
  const right = (title: string, unit?: string) => ({
    title,
    align: "right" as const,
    ...(unit === undefined ? {} : { unit }),
  });
  const best = models.find(({ name }) => name === report.default);
  return [
    ink.strong(
      `${plural(matches, "decisive map")} in ${plural(sessions, "session")}, ${from} to ${to}`,
    ),
    ink.quiet(
      pastSessions
        ? "Each predicted before its session, from past sessions only."
        : "Each predicted before it began, from what was over by then.",
    ),
    "",
    ...table(
      [
        { title: "Model" },
        right("Accuracy"),
        right("Brier"),
        right("Log loss"),
        right("Calibration", "error, points"),
        right("Default − model", "Brier ± by match (by session)"),
      ],
      models.map((model) => {
        const difference = differences.find(({ against }) => against === model.name);
        return [
          model.name === report.default ? ink.strong(`${model.name} *`) : model.name,
          percent(model.accuracy),
          decimal(model.brier, 4),
          decimal(model.logLoss, 4),
          decimal(model.calibrationError * 100, 1),
          difference
            ? `${decimal(difference.brier, 4)} ± ${decimal(difference.standardError, 4)} (${decimal(difference.sessionStandardError, 4)})`
            : "",
        ];
      }),
      layout,
    ),
    ink.quiet("* the default"),
    "",
    ...table(
      [
        { title: `${report.default} said` },
        right("Maps"),
        right("on average"),
        right("A won"),
        right("chance alone", "±"),
      ],
      (best?.calibration ?? []).map((bin) => [
        `${decimal(bin.from * 100, 0)}–${decimal(bin.to * 100, 0)} %`,
        count(bin.n),
        percent(bin.predicted),
        percent(bin.observed),
        percent(bin.standardError),
      ]),
      layout,
    ),
  ];
}
