import type { Page } from "playwright-core";

/** A row of a table as the page shows it. */
export interface ShownRow {
  /** The row's head, as read. */
  readonly name: string;
  /** Where the head leads; null: nowhere. */
  readonly href: string | null;
  /** Figures by the label of their column, without the unit. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of the table in a region, group heads and sums left out. */
export async function rowsOf(page: Page, region: string): Promise<ShownRow[]> {
  const table = `[aria-label="${region}, scrolls sideways"] table`;
  await page.locator(`${table} tbody tr`).first().waitFor();
  return page.evaluate<ShownRow[]>(`(${READ})(document.querySelector(${JSON.stringify(table)}))`);
}

// As text: it runs in the page, and knows its types.
const READ = `(table) => {
  const said = (cell) => {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll("small, .tip, [aria-hidden], .pos")) part.remove();
    return (copy.textContent ?? "").trim();
  };
  const [head, ...rows] = [...table.rows];
  const labels = [...head.cells].map(said);
  return rows
    .filter((row) => !row.matches(".group, .total"))
    .map((row) => {
      const cells = [...row.cells];
      return {
        name: said(cells[0]),
        href: cells[0].querySelector("a")?.getAttribute("href") ?? null,
        cells: Object.fromEntries(cells.map((cell, i) => [labels[i] ?? String(i), said(cell)])),
      };
    });
}`;

/** A shown figure as a number: thousands are apart by a narrow space, minus is a real one. */
export const numberIn = (text: string | undefined): number =>
  Number(
    (text ?? "")
      .replaceAll("\u202f", "")
      .replace("−", "-")
      .replace(/[^\d.-].*$/, ""),
  );

/** Whether a shown figure is what it was rounded from. */
export function isRounded(shown: string | undefined, value: number): boolean {
  const decimals = /\.(\d+)/.exec(shown ?? "")?.[1]?.length ?? 0;
  return Math.abs(numberIn(shown) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
