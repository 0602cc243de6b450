import type { Demo } from "@slomix/demo";
import { clock } from "../terminal/figures.ts";

/**
 * Says server times as the time of the recording that has passed since its first snapshot, `m:ss`. Each map
 * of a recording has a clock of its own; `next` goes to the next map.
 */
export function recordingClock({ parts }: Pick<Demo, "parts">): {
  at(serverTime: number): string;
  next(): void;
} {
  let before = 0;
  let index = 0;
  const first = () => parts[index]?.firstServerTime ?? 0;
  return {
    at: (serverTime) => clock((before + serverTime - first()) / 1000),
    next: () => {
      before += (parts[index]?.lastServerTime ?? 0) - first();
      index += 1;
    },
  };
}
