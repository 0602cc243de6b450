import {
  type Demo,
  orThrow,
  type ReadOptions,
  readDemo,
  type SnapshotCopy,
} from "../../src/index.ts";
import { type ConfigStringHistory, configStringHistory } from "./config-string-history.ts";

/** All of a demo. */
export interface Walked {
  readonly demo: Demo;
  /** Of each snapshot its server time, and a text that no other content has. */
  readonly snapshots: readonly { readonly serverTime: number; readonly digest: string }[];
  readonly strings: ConfigStringHistory;
}

/** Reads a demo with every snapshot. */
export function walk(bytes: Uint8Array, options: ReadOptions = {}): Walked {
  const snapshots: { serverTime: number; digest: string }[] = [];
  const result = readDemo(bytes, {
    ...options,
    onSnapshot: (view) => {
      const copy = view.copy();
      snapshots.push({ serverTime: copy.serverTime, digest: digestOf(copy) });
    },
  });
  return { demo: orThrow(result), snapshots, strings: configStringHistory(bytes) };
}

/** Everything in a snapshot, in a few characters. */
function digestOf(snapshot: SnapshotCopy): string {
  const { sequence, serverTime, flags, areas, player, entities } = snapshot;
  let [a, b] = [0x811c9dc5, 0x1b873593];
  const add = (word: number) => {
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b + word, 0x85ebca6b) ^ (b >>> 13);
  };
  for (const word of player) add(word);
  for (const [number, words] of entities) {
    add(number);
    for (const word of words) add(word);
  }
  return `${sequence} ${serverTime} ${flags} ${areas} ${entities.size} ${a >>> 0} ${b >>> 0}`;
}
