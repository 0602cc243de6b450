import type { JsonObject } from "../embed-fields.ts";

/** The entries of a sifted round's gamelog; none where it has no gamelog. */
export function logOf(data: JsonObject): readonly JsonObject[] {
  const log = data["gamelog"];
  return Array.isArray(log) ? log : [];
}
