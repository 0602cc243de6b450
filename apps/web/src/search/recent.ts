import { createSignal } from "solid-js";

/** A player or a map that was looked for. */
export type Found =
  | {
      readonly kind: "player";
      readonly guid: string;
      readonly name: string;
      readonly rawName: string;
    }
  | { readonly kind: "map"; readonly map: string };

const KEY = "recent";
const MOST = 6;

const [recent, setRecent] = createSignal<readonly Found[]>(stored());

/** What was chosen last, newest first. */
export { recent };

/** Who or what it is, as one text. */
export const keyOf = (found: Found): string =>
  found.kind === "player" ? `player ${found.guid}` : `map ${found.map}`;

/** Remembers a choice, on this device only. */
export function remember(found: Found): void {
  const next = [found, ...recent().filter((one) => keyOf(one) !== keyOf(found))].slice(0, MOST);
  setRecent(next);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // No storage: remembered as long as the page.
  }
}

/** Storage holds whatever anybody put there. */
function stored(): Found[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isFound).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isFound(value: unknown): value is Found {
  if (typeof value !== "object" || value === null) return false;
  const { kind, guid, name, rawName, map } = value as Record<string, unknown>;
  if (kind === "map") return typeof map === "string" && map !== "";
  return (
    kind === "player" &&
    typeof guid === "string" &&
    /^[0-9A-Z]{1,40}$/.test(guid) &&
    typeof name === "string" &&
    typeof rawName === "string"
  );
}
