import { MAX_CONFIG_STRING_BYTES, MAX_CONFIG_STRINGS } from "../limits.ts";

/** The 1024 texts by which a server tells its clients about the game, one character a byte. */
export class ConfigStrings {
  readonly #texts: (string | null)[] = new Array(MAX_CONFIG_STRINGS).fill(null);
  /** Characters of all of them. */
  #total = 0;

  /** The text at an index; empty where none was set. */
  get(index: number): string {
    return this.#texts[index] ?? "";
  }

  /** False when they get longer than is read. `index` is 0 to 1023. */
  set(index: number, text: string): boolean {
    this.#total += text.length - this.get(index).length;
    this.#texts[index] = text;
    return this.#total <= MAX_CONFIG_STRING_BYTES;
  }

  clear(): void {
    this.#texts.fill(null);
    this.#total = 0;
  }

  /** Those that are not empty, by index; `withEmpty`: those that were sent empty, too. */
  entries(withEmpty = false): [index: number, text: string][] {
    return [...this.#texts.entries()].flatMap(([index, text]) =>
      text === null || (text === "" && !withEmpty) ? [] : [[index, text]],
    );
  }
}
