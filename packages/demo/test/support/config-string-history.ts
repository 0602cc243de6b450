import { BitReader } from "../../src/bits/bit-reader.ts";
import { Frames } from "../../src/stream/frames.ts";
import { MessageParser } from "../../src/stream/message-parser.ts";

/** How the configstrings of a demo's first map stood, and what became of them. */
export interface ConfigStringHistory {
  readonly initial: ReadonlyMap<number, string>;
  /** Numbers of the last command before the demo, and of the last in it. */
  readonly begins: number;
  readonly ends: number;
  readonly changes: readonly { sequence: number; index: number; after: string }[];
}

export function configStringHistory(bytes: Uint8Array): ConfigStringHistory {
  let initial = new Map<number, string>();
  let begins = 0;
  const changes: { sequence: number; index: number; after: string }[] = [];
  const parser = new MessageParser(
    {
      gamestate: (gamestate) => {
        initial = new Map(gamestate.configStrings.entries());
        begins = gamestate.commandSequence;
      },
      command: () => {},
      configString: (sequence, index, _, after) => changes.push({ sequence, index, after }),
      moment: () => {},
      snapshot: () => {},
    },
    undefined,
    false,
  );
  const bits = new BitReader();
  new Frames().push(bytes, ({ sequence, bytes: piece, from, length }) => {
    bits.load(piece, from, length);
    return parser.parse(bits, sequence) === null;
  });
  return { initial, begins, ends: parser.gamestate.commandSequence, changes };
}

/** The part of a history between two commands. */
export function historyBetween(
  history: ConfigStringHistory,
  begins: number,
  ends: number,
): ConfigStringHistory {
  const initial = new Map(history.initial);
  for (const { sequence, index, after } of history.changes) {
    if (sequence > begins) break;
    if (after === "") initial.delete(index);
    else initial.set(index, after);
  }
  const changes = history.changes.filter((c) => c.sequence > begins && c.sequence <= ends);
  return { initial: new Map([...initial].sort(([a], [b]) => a - b)), begins, ends, changes };
}
