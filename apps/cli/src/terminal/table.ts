import type { Palette } from "./palette.ts";
import { pad, shorten, width } from "./shorten.ts";

/** One column of a table. Numbers stand right and have their unit below the title. */
export interface Column {
  readonly title: string;
  readonly unit?: string;
  readonly align?: "left" | "right";
  /**
   * What goes first when the terminal is too narrow: the column with the highest number. Columns
   * without stay; the widest left-aligned one is shortened when nothing is left to drop.
   */
  readonly drop?: number;
}

/** How to lay a table out. */
export interface TableOptions {
  /** Columns of the terminal; null: as wide as it gets. */
  readonly columns: number | null;
  readonly palette: Palette;
  /** Written before each line. */
  readonly indent?: string;
  /** Rows before which a hairline stands, by index. */
  readonly rules?: readonly number[];
}

const gap = "  ";
const narrowest = 8;

/**
 * Aligned lines: head, rule, rows. Cells may be coloured and hold wide characters; missing cells
 * are empty.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string[] {
  const indent = options.indent ?? "";
  const natural = columns.map((column, at) =>
    Math.max(
      width(column.title),
      width(column.unit ?? ""),
      ...rows.map((row) => width(row[at] ?? "")),
    ),
  );
  const shown = columns.map((_, at) => at);
  const sizes = [...natural];
  const total = () =>
    shown.reduce(
      (sum, at) => sum + (sizes[at] ?? 0),
      indent.length + gap.length * (shown.length - 1),
    );
  if (options.columns !== null) {
    while (total() > options.columns) {
      const victim = shown
        .filter((at) => columns[at]?.drop !== undefined)
        .sort((a, b) => (columns[b]?.drop ?? 0) - (columns[a]?.drop ?? 0))[0];
      if (victim === undefined) break;
      shown.splice(shown.indexOf(victim), 1);
    }
    while (total() > options.columns) {
      const widest = shown
        .filter((at) => columns[at]?.align !== "right" && (sizes[at] ?? 0) > narrowest)
        .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))[0];
      if (widest === undefined) break;
      sizes[widest] = (sizes[widest] ?? 0) - 1;
    }
  }
  const line = (cells: readonly string[]) =>
    `${indent}${shown
      .map((at) => {
        const size = sizes[at] ?? 0;
        return pad(shorten(cells[at] ?? "", size), size, columns[at]?.align);
      })
      .join(gap)}`.trimEnd();
  const rule = () =>
    indent + options.palette.quiet("─".repeat(Math.max(0, total() - indent.length)));
  const lines = [options.palette.quiet(line(columns.map((column) => column.title)))];
  if (shown.some((at) => columns[at]?.unit)) {
    lines.push(options.palette.quiet(line(columns.map((column) => column.unit ?? ""))));
  }
  lines.push(rule());
  rows.forEach((row, at) => {
    if (options.rules?.includes(at)) lines.push(rule());
    lines.push(line(row));
  });
  return lines;
}
