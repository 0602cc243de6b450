import type { StoredPrediction } from "@slomix/db";
import type { Prediction, PredictionStats } from "@slomix/predict";
import type { NamedPlayer } from "../players.ts";
import { count, decimal, plural } from "../terminal/figures.ts";
import { moment } from "../terminal/moments.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";

const factorNames = {
  headToHead: "Head-to-head",
  form: "Form",
  map: "Map",
  substitutions: "Substitutions",
} as const;

const percent = (share: number | null) => (share === null ? "–" : `${decimal(share * 100, 1)} %`);
const names = (team: readonly NamedPlayer[]) => team.map(({ name }) => printable(name)).join(", ");

/** A prediction for people: the chances, how sure they are, and the four factors beside them. */
export function describePrediction(
  [teamA, teamB]: readonly [readonly NamedPlayer[], readonly NamedPlayer[]],
  prediction: Prediction,
  { columns, ink }: View,
): string[] {
  const { probabilityA, probabilityB, confidence, factors, newcomers, matches, model } = prediction;
  const at = moment(new Date(prediction.asOfMs).toISOString(), null);
  const unknown = [...teamA, ...teamB].filter(({ guid }) => newcomers.includes(guid));
  return [
    `${ink.strong(percent(probabilityA))}  ${names(teamA)}`,
    `${ink.strong(percent(probabilityB))}  ${names(teamB)}`,
    "",
    `For a map, by ${model}; confidence ${confidence} (${decimal(prediction.confidenceScore, 2)}).`,
    prediction.insight,
    ...(unknown.length > 0 ? [`Nobody knows ${names(unknown)}: taken for average players.`] : []),
    ink.quiet(
      `From ${plural(matches, "match", "matches")} that were over by ${at.date} ${at.time} UTC.`,
    ),
    "",
    ...table(
      [
        { title: "Factor" },
        { title: "Weight", align: "right" },
        { title: "For A", align: "right" },
        { title: "Confidence" },
        { title: "" },
      ],
      factors.map((factor) => [
        factorNames[factor.key],
        percent(factor.weight),
        factor.available ? decimal(factor.score, 2) : "–",
        factor.available ? factor.confidence : "",
        factor.text,
      ]),
      { columns, palette: ink },
    ),
  ];
}

/** What was said of an evening, and what came of it. */
export function describeStored(one: StoredPrediction, { ink }: View): string[] {
  const { winner, scoreA, scoreB } = one;
  const result =
    winner === null
      ? "Still open."
      : `${winner === "draw" ? "A draw" : `Team ${winner} won`}, ${count(scoreA)} – ${count(scoreB)}: ${one.correct === null ? "nobody could have been right" : one.correct ? "right" : "wrong"}${one.brier === null ? "" : ` (Brier ${decimal(one.brier, 3)}, log loss ${decimal(one.logLoss, 3)})`}.`;
  return [
    `${ink.strong(`Session ${one.sessionId}`)}  ${one.date}`,
    `A  ${ink.strong(percent(one.probabilityA))}  ${names(one.teamA)}`,
    `B  ${ink.strong(percent(one.probabilityB))}  ${names(one.teamB)}`,
    "",
    `Confidence ${one.confidence}. ${one.insight}`,
    result,
    ink.quiet(
      `By ${one.model} as of ${one.asOf.slice(0, 16).replace("T", " ")} UTC, from ${plural(one.matchesSeen, "match", "matches")}.`,
    ),
  ];
}

/** How the predictions of some days did. */
export function describeStatistics(
  stats: PredictionStats & { readonly asOfMs: number },
  { columns, ink }: View,
): string[] {
  const at = moment(new Date(stats.asOfMs).toISOString(), null);
  const lines = [
    ink.strong(`Predictions of ${stats.days} days to ${at.date} ${at.time} UTC`),
    `${plural(stats.predictions, "evening")}, ${count(stats.graded)} graded, ${plural(stats.draws, "draw")}.`,
  ];
  if (stats.graded === 0) return lines;
  const layout = { columns, palette: ink };
  const right = (title: string) => ({ title, align: "right" as const });
  return [
    ...lines,
    `${percent(stats.accuracy)} right: ${stats.rating}. Brier ${decimal(stats.brier, 4)}, skill ${decimal(stats.brierSkill, 2)}, log loss ${decimal(stats.logLoss, 4)}.`,
    `Last: ${stats.lastTen.map((right) => (right ? "✅" : "❌")).join("")}`,
    "",
    ...table(
      [{ title: "Confidence" }, right("Evenings"), right("Right"), right("Brier")],
      (["high", "medium", "low"] as const).map((label) => {
        const tally = stats.byConfidence[label];
        return [label, count(tally.predictions), percent(tally.accuracy), decimal(tally.brier, 4)];
      }),
      layout,
    ),
    "",
    ...table(
      [{ title: "Said" }, right("Evenings"), right("on average"), right("A won")],
      stats.calibration.map((bin) => [
        `${decimal(bin.from * 100, 0)}–${decimal(bin.to * 100, 0)} %`,
        count(bin.n),
        percent(bin.predicted),
        percent(bin.observed),
      ]),
      layout,
    ),
    ink.quiet(
      "Chances are of a map, evenings go to who wins more maps: favourites win them more often.",
    ),
  ];
}
