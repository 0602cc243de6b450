/** A colour as red, green and blue, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * The 32 text colours of Enemy Territory in the order of the engine's table. The character behind a
 * caret chooses one by `(code - "0") & 31`, so `^1` is red, and `^a`, `^A` and `^!` are the same.
 */
export const ET_COLOURS: readonly Rgb[] = [
  [0, 0, 0], // 0 black
  [255, 0, 0], // 1 red
  [0, 255, 0], // 2 green
  [255, 255, 0], // 3 yellow
  [0, 0, 255], // 4 blue
  [0, 255, 255], // 5 cyan
  [255, 0, 255], // 6 magenta
  [255, 255, 255], // 7 white
  [255, 128, 0], // 8 orange
  [128, 128, 128], // 9 grey
  [191, 191, 191], // : light grey
  [191, 191, 191], // ; light grey
  [0, 128, 0], // < dark green
  [128, 128, 0], // = olive
  [0, 0, 128], // > navy
  [128, 0, 0], // ? dark red
  [128, 64, 0], // @ brown
  [255, 153, 26], // A light orange
  [0, 128, 128], // B teal
  [128, 0, 128], // C purple
  [0, 128, 255], // D azure
  [128, 0, 255], // E violet
  [51, 153, 204], // F steel blue
  [204, 255, 204], // G pale green
  [0, 102, 51], // H forest green
  [255, 0, 51], // I crimson
  [179, 26, 26], // J brick
  [153, 51, 0], // K rust
  [204, 153, 51], // L sand
  [153, 153, 51], // M khaki
  [255, 255, 191], // N cream
  [255, 255, 128], // O pale yellow
];

/** A stretch of text in one colour: the character behind the caret, null before the first code. */
export interface ColourSpan {
  readonly text: string;
  readonly code: string | null;
}

const CARET = 0x5e;

/** The characters that make a caret a colour code: printable ASCII but the caret, and all beyond ASCII. */
function isCode(unit: number): boolean {
  return unit !== CARET && (unit >= 0x80 || (unit > 0x20 && unit < 0x7f));
}

/**
 * The RGB value of a colour code (the character behind the caret). Null for `*`, which sets the
 * default colour of the place back, for null (no code yet) and for the empty string.
 */
export function colourOf(code: string | null): Rgb | null {
  if (code === null || code === "" || code === "*") return null;
  return ET_COLOURS[(code.charCodeAt(0) - 0x30) & 31] ?? null;
}

/**
 * A text cut at its colour codes: stretches in order, none empty; their texts joined are
 * {@link stripColours}. The engine's rule: a caret and a following printable character other than
 * space and caret are a code; any other caret is a caret.
 */
export function colourSpans(raw: string): ColourSpan[] {
  const spans: ColourSpan[] = [];
  let code: string | null = null;
  let text = "";
  let copied = 0;
  let at = raw.indexOf("^");
  while (at !== -1 && at + 1 < raw.length) {
    if (!isCode(raw.charCodeAt(at + 1))) {
      at = raw.indexOf("^", at + 1);
      continue;
    }
    text += raw.slice(copied, at);
    if (text !== "") spans.push({ text, code });
    text = "";
    // A code beyond the basic plane is two units; half of it must not stay behind.
    code = String.fromCodePoint(raw.codePointAt(at + 1) ?? 0);
    copied = at + 1 + code.length;
    at = raw.indexOf("^", copied);
  }
  text += raw.slice(copied);
  if (text !== "") spans.push({ text, code });
  return spans;
}

/**
 * A name or other game text without its colour codes, as players read it. `raw` is decoded text.
 * Only codes go: a caret before a space, before another caret or at the end stays.
 */
export function stripColours(raw: string): string {
  if (!raw.includes("^")) return raw;
  let clean = "";
  for (const span of colourSpans(raw)) clean += span.text;
  return clean;
}

const UNPRINTABLE = /[^\x20-\x7e]/;

/**
 * A name as the game's own cleaner leaves it, which is how endstats files write names: no colour
 * codes, then nothing outside printable ASCII (accented letters vanish). May be empty. Two names are
 * the same in an endstats file when this is equal.
 */
export function engineClean(raw: string): string {
  const clean = stripColours(raw);
  return UNPRINTABLE.test(clean) ? clean.replace(/[^\x20-\x7e]/g, "") : clean;
}
