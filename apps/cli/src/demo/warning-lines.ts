import type { DemoWarning } from "@slomix/demo";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";

/** What was odd in a demo, below what it says; nothing where nothing was. */
export function warningLines(warnings: readonly DemoWarning[], ink: Palette): string[] {
  if (warnings.length === 0) return [];
  return [
    "",
    ink.strong(warnings.length === 1 ? "Warning" : "Warnings"),
    ...warnings.map(({ code, message }) => `  ${printable(message)} ${ink.quiet(`(${code})`)}`),
  ];
}
