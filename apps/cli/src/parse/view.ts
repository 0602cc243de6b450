import { baseName, type ParseWarning } from "@slomix/stats-parser";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import type { View } from "../terminal/terminal.ts";
import type { Answer } from "./answer.ts";
import { describeEndstats } from "./endstats-view.ts";
import { describeReport } from "./report-view.ts";
import { describeRound, stampedEnd } from "./round-view.ts";
import { describeTelemetry } from "./telemetry-view.ts";

/** Most warnings that are listed one by one. */
const listed = 12;

/** An answer for people: lines without their ends. */
export function describeAnswer(answer: Answer, view: View): string[] {
  const { ink } = view;
  if (!answer.ok) {
    const { code, message, line } = answer.error;
    const place = line === undefined ? "" : `:${line}`;
    return [`${printable(answer.file)}${place}: ${ink.bad(printable(message))} (${code})`];
  }
  const lines =
    answer.kind === "stats"
      ? describeRound(answer.value, stampedEnd(baseName(answer.file)), view)
      : answer.kind === "report"
        ? describeReport(answer.value, view)
        : answer.kind === "endstats"
          ? describeEndstats(answer.value, view)
          : describeTelemetry(answer.value, view);
  return [...lines, ...describeWarnings(answer.warnings, ink)];
}

function describeWarnings(warnings: readonly ParseWarning[], ink: Palette): string[] {
  if (warnings.length === 0) return [];
  const lines = ["", ink.strong(warnings.length === 1 ? "Warning" : "Warnings")];
  for (const { code, message, line } of warnings.slice(0, listed)) {
    const place = line === undefined ? "" : `line ${line}: `;
    lines.push(`  ${place}${printable(message)} ${ink.quiet(`(${printable(code)})`)}`);
  }
  const rest = warnings.length - listed;
  if (rest > 0) lines.push(ink.quiet(`  and ${rest} more; --json lists them all`));
  return lines;
}
