/** A value as JSON can show it: maps become objects, sets arrays, bytes their number. */
export function jsonable(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: value.length };
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, one]) => [String(key), jsonable(one)]));
  }
  if (value instanceof Set) return [...value].map(jsonable);
  if (Array.isArray(value)) return value.map(jsonable);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, jsonable(one)]));
  }
  return value;
}
