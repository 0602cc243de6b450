import type { BitReader } from "../bits/bit-reader.ts";
import { MAX_COMMAND_CHARACTERS } from "../limits.ts";
import { OPERATION } from "./operations.ts";

/** What a message is, without taking it in. */
export interface Peek {
  /** The client's last command that the server knew. */
  readonly acknowledged: number;
  readonly isGamestate: boolean;
  /** Of its snapshot; null when it has none, or is damaged before it. */
  readonly snapshot: {
    readonly serverTime: number;
    readonly deltaNum: number;
    readonly flags: number;
  } | null;
}

/** Looks into the message in the reader, from its beginning. Load it again to read it. */
export function peekMessage(reader: BitReader): Peek {
  const acknowledged = reader.readLong();
  while (reader.position < reader.end) {
    switch (reader.readByte()) {
      case OPERATION.nop:
        continue;
      case OPERATION.gamestate:
        return { acknowledged, isGamestate: true, snapshot: null };
      case OPERATION.serverCommand:
        reader.readLong();
        if (reader.skipText(MAX_COMMAND_CHARACTERS)) continue;
        break;
      case OPERATION.snapshot: {
        const [serverTime, deltaNum] = [reader.readLong(), reader.readByte()];
        const flags = reader.readByte();
        if (reader.overrun || reader.escaped) break;
        return { acknowledged, isGamestate: false, snapshot: { serverTime, deltaNum, flags } };
      }
    }
    break;
  }
  return { acknowledged, isGamestate: false, snapshot: null };
}
