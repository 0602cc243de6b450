/** Letters that no decomposition takes apart, and what people type for them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
  ĸ: "k",
  ς: "σ",
};

/** Digits that stand for letters; `1`, `i` and `l` are one letter. */
const SAME: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  l: "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
};

const ASCII = /^[\x20-\x7e]*$/;

/** The letters and digits of a clean name, of any alphabet, without case and accents: what it sorts by. */
export function nameLetters(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return (
    name
      .normalize("NFKD")
      .toLowerCase()
      // Lower case can bring letters to be taken apart.
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/[ßæœøłđðþħıŋŧĸς]/g, (letter) => SPELT[letter] ?? letter)
  );
}

/**
 * A clean name as it is compared: its {@link nameLetters}, with the digits that stand for letters as
 * those letters. `k.o.r.a` and `K0RÁ` are both `kora`. Folding what was folded changes nothing. Empty
 * for a name of nothing but symbols.
 */
export const foldName = (name: string): string =>
  nameLetters(name).replace(/[01l3457]/g, (one) => SAME[one] ?? one);
