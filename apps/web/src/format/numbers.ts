/** The narrow space that separates thousands. */
const SPACE = "\u202F";

/** A number with that many decimals: thousands apart, a point, and a real minus. */
export function figure(value: number, decimals = 0): string {
  const [whole = "0", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SPACE);
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? "−" : "";
  return `${sign}${grouped}${part ? `.${part}` : ""}`;
}

/** `1 round`, `18 rounds`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}
