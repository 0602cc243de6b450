import { endOfRows } from "./archive.ts";

const newline = 10;
/** A first line, or a table's, is a few kilobytes; more than this is not one of ours. */
const longestLine = 1 << 20;

/** Reads a stream of bytes by lines: JSON lines singly, rows in large pieces. */
export class LineReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line, as JSON; `sum` is told its bytes. */
  async json(sum?: (line: Uint8Array) => void): Promise<unknown> {
    let end = this.#rest.indexOf(newline);
    while (end < 0) {
      const before = this.#rest.length;
      if (before > longestLine) throw new Error("a line is too long");
      if (!(await this.#more())) throw new Error("it is cut short");
      end = this.#rest.indexOf(newline, before);
    }
    const line = this.#rest.toString("utf8", 0, end);
    sum?.(this.#rest.subarray(0, end + 1));
    this.#rest = this.#rest.subarray(end + 1);
    return JSON.parse(line);
  }

  /** Whole lines up to the one that ends the rows, which is consumed but not handed out. */
  async *rows(): AsyncGenerator<{ bytes: Buffer; lines: number }> {
    for (;;) {
      let lines = 0;
      let at = 0;
      let last = false;
      for (;;) {
        const end = this.#rest.indexOf(newline, at);
        if (end < 0) break;
        if (end - at === endOfRows.length - 1 && this.#isEnd(at)) {
          last = true;
          break;
        }
        at = end + 1;
        lines++;
      }
      const bytes = this.#rest.subarray(0, at);
      this.#rest = this.#rest.subarray(last ? at + endOfRows.length : at);
      if (lines > 0) yield { bytes, lines };
      if (last) return;
      if (!(await this.#more())) throw new Error("it is cut short");
    }
  }

  /** Nothing is left. */
  async ended(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  #isEnd(at: number): boolean {
    return this.#rest.compare(endOfRows, 0, endOfRows.length, at, at + endOfRows.length) === 0;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
