import type { Step } from "@slomix/db";
import type { View } from "../terminal/terminal.ts";
import { describeStep } from "./describe-steps.ts";
import { type StepValues, steps } from "./step-values.ts";

/** Where each step lives, for readers of the page. */
const home: Readonly<Record<Step, string>> = {
  download:
    "Whoever brings files hands them over whole: base name, path, bytes. `slomix import` reads folders and archives (`apps/cli/src/sources`).",
  parse:
    "`@slomix/stats-parser` finds out what a file is and reads it. Parsers return a value with warnings or one typed error; a refused file goes to quarantine and stops here.",
  pair: "`@slomix/stopwatch` puts everything on one clock, links webhooks, and finds the Round 1 of each Round 2. The engine goes on counting in Round 2, so `@slomix/stats-parser` takes Round 1 off.",
  check:
    "Whatever was missing, repaired or odd is kept beside the round as a warning with code, line and sentence. The seven checks follow when the rows are in (`packages/db/src/ingest`).",
  score:
    "`@slomix/stopwatch` makes an evening of rounds: who stood on which team, who won each map, what the score is.",
  store:
    "`@slomix/db` writes rounds, players, weapons, awards, duels, session and ledger in one transaction, reads the rows back and compares them. The ledger keeps the bytes, so that everything can be derived again.",
  show: "Everything that shows anything reads the queries of `packages/db/src/queries`. Here the session of this one match, as `slomix session` prints it.",
};

/** The page `docs/data-flow.md`: one real match on its way through the seven steps. */
export function dataFlowPage(values: Partial<StepValues>, file: string, view: View): string[] {
  const page = [
    "# Data flow",
    "",
    "Every round passes the same seven steps, whoever brings it:",
    "",
    `**${steps.map(({ step }) => step).join(" → ")}**`,
    "",
    `This page follows \`${file}\` and what lies beside it in \`samples/small\`. \`slomix trace --markdown\` made it; a test compares it with what the code does today.`,
  ];
  for (const [at, { step, does }] of steps.entries()) {
    const lines = describeStep[step](values, file, view);
    page.push("", `## ${at + 1} ${step}`, "", `${capital(does)}. ${home[step]}`);
    if (lines) page.push("", "```text", ...lines.map((line) => line.trimEnd()), "```");
  }
  return page;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
