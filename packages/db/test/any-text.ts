import fc from "fast-check";

// What is hard to store, more often than chance would have it.
const hard = ["\0", "\\", "\t", "\n", "\r", '"', "\ud800", "\udfff", "\u2028", "N", ".", "u0000"];

/** Any UTF-16 text, also such as is no Unicode. */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(...hard),
  );
  return fc.array(unit, { maxLength }).map((units) => units.join(""));
}
