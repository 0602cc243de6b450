// Names, maps and server names come from strangers: an escape sequence in one of them must not
// reach the terminal, nor a mark that turns the reading direction of the rest of the line.
const control = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|\p{Cs}/gu;

/** The text with every character that would steer a terminal made visible. */
export function printable(text: string): string {
  return text.replace(control, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return " ";
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\ufffd";
  });
}
