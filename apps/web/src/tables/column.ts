import type { JSX } from "solid-js";

/** A column of figures. */
export interface Column<Row> {
  /** In the address when the table is sorted by it. */
  readonly key: string;
  readonly label: string;
  /** Below the label. */
  readonly unit?: string;
  /** What the figure is and how it comes about; one sentence. */
  readonly about: string;
  /** What is sorted by; null where nothing was measured, which sorts last. */
  readonly value: (row: Row) => number | null;
  /** The figure as shown; null is shown as a dash. */
  readonly show: (value: number, row: Row) => JSX.Element;
  /** Which end is the good one, to mark the best; without it none is. */
  readonly best?: "highest" | "lowest";
  /** The figure of several rows together; without it the foot of a group stays empty. */
  readonly together?: (rows: readonly Row[]) => number | null;
}

/** What a table is sorted by. */
export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}
