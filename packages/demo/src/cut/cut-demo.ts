import { readDemo } from "../demo-reader.ts";
import type { DemoResult } from "../result.ts";
import { joined } from "../write/write-frame.ts";
import { type CutReport, DemoCutter } from "./demo-cutter.ts";
import { type Moment, stretchOf } from "./moment.ts";

/** A demo that was cut out of another. */
export interface Cut extends CutReport {
  readonly demo: Uint8Array;
}

/**
 * Cuts out the stretch between two moments: a demo of its own, which shows the same snapshots, configstrings
 * and commands. A moment beyond the demo and a stretch across a change of map are refused with what there is.
 */
export function cutDemo(
  bytes: Uint8Array,
  { from, to }: { readonly from: Moment; readonly to: Moment },
): DemoResult<Cut> {
  const source = readDemo(bytes, { events: false });
  if (!source.ok) return source;
  const stretch = stretchOf(source.value, from, to);
  if (!stretch.ok) return stretch;
  const pieces: Uint8Array[] = [];
  const cutter = new DemoCutter(stretch.value, (piece) => pieces.push(piece));
  cutter.push(bytes);
  const report = cutter.finish();
  if (!report.ok) return report;
  return { ...report, value: { ...report.value, demo: joined(pieces) } };
}
