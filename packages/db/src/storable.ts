// With the u flag a surrogate that has its partner is one character and does not match.
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Text as PostgreSQL can hold it: a NUL character and a surrogate without its partner become
 * U+FFFD. Names in hostile files hold such things.
 */
export function storableText(text: string): string {
  return text.replace(loneSurrogate, "\ufffd").replaceAll("\0", "\ufffd");
}

// One JSON escape at a time, so that `\\u0000` (a backslash and letters) stays what it is.
// JSON.stringify writes \ud8xx only for a surrogate without its partner.
const jsonEscape = /\\(?:u([0-9a-f]{4})|.)/gi;

/** A value as JSON text that `jsonb` accepts: see {@link storableText}. `undefined` is JSON null. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "null";
  if (!json.includes("\\u")) return json;
  return json.replace(jsonEscape, (sequence, hex: string | undefined) => {
    if (hex === undefined) return sequence;
    const unit = Number.parseInt(hex, 16);
    return unit === 0 || (unit >= 0xd800 && unit <= 0xdfff) ? "\\ufffd" : sequence;
  });
}
