import { stripColours } from "./colours.ts";

/**
 * Any character but those that draw nothing by themselves: blanks, control and format characters
 * (zero-width ones among them), marks that combine with a letter, and the fillers and blanks that
 * Unicode counts among letters and signs.
 */
const VISIBLE = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u{2800}]/u;

/** Digits of a GUID that stand for a player without a name. */
const SHORT_GUID = 8;

/** Whether a text without colour codes shows anything when it is drawn. */
export function isVisible(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || VISIBLE.test(text);
}

/**
 * The name under which a player is shown: his clean name, or the first eight characters of his GUID
 * where nobody would see that name (colours, blanks, control, zero-width and combining characters
 * only). Every other name stays as it is: markup, signs, any alphabet.
 */
export function shownName(cleanName: string, guid: string): string {
  return isVisible(cleanName) ? cleanName : guid.slice(0, SHORT_GUID);
}

/** What to draw, colours and all: the name as written, or the shown one where nobody would see that. */
export function drawnName(player: { readonly name: string; readonly rawName: string }): string {
  return isVisible(stripColours(player.rawName)) ? player.rawName : player.name;
}
