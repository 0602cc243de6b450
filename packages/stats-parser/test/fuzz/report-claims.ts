import { isDeepStrictEqual } from "node:util";
import { type ParseResult, parseReport, type ReportFile, storableReport } from "../../src/index.ts";
import { parseLenientJson } from "../../src/lenient-json.ts";

/** What the reports of the corpus hold that nobody may see again. */
const PRIVATE_WORDS = ["secret plan", "secret too", "192.0.2.7", "hidden", "discord moth"];
const PRIVATE_KEYS = new Set(
  ["messages", "message", "vsay_text", "server_ip", "ip", "pw", "nick"].concat("channel_name"),
);

/** What is wrong with what was read of a report: somebody invented, something private kept, or not the same again. */
export function problemsOfReport(
  result: ParseResult<ReportFile>,
  input: Uint8Array,
  name: string,
): string[] {
  const problems: string[] = [];
  const stored = storableReport(input);
  if (!isDeepStrictEqual(parseReport(stored, name), result)) problems.push("not the same again");
  if (!isDeepStrictEqual(storableReport(stored), stored)) problems.push("stored otherwise again");

  const json = parseLenientJson(input);
  const whole = "value" in json ? json.value : null;
  const openText = JSON.stringify(withoutPrivate(whole)) ?? "";
  const shown = JSON.stringify(result) + Buffer.from(stored).toString();
  for (const word of PRIVATE_WORDS) {
    // Damage can have copied it into a name: there it is no chat any more.
    if (shown.includes(word) && !openText.includes(word)) problems.push(`shows ${word}`);
  }
  if (!result.ok) return problems;

  const listed = new Set(listedPlayers(whole));
  const text = Buffer.from(input).toString("latin1").toUpperCase();
  for (const { stats, telemetry, movement, events } of result.value.rounds) {
    const people = [...telemetry.axis, ...telemetry.allies].map(({ guid }) => guid);
    for (const guid of [...people, ...movement.map(({ player }) => player)]) {
      if (!listed.has(guid)) problems.push(`invents ${guid}`);
    }
    const short = new Set([...listed].map((guid) => guid.slice(0, 8)));
    for (const { guid } of stats.lines) if (!short.has(guid)) problems.push(`invents ${guid}`);
    for (const guid of JSON.stringify(events).match(/"[0-9A-Z]{32}"/g) ?? []) {
      const named = text.includes(guid.slice(1, -1)) || isObjective(guid, events);
      if (!named) problems.push(`an event invents ${guid}`);
    }
  }
  return problems;
}

/** Names of objectives are free text, 32 characters of capitals as well. */
function isObjective(guid: string, events: unknown): boolean {
  return JSON.stringify(events).includes(`"objective":${guid}`);
}

/** GUIDs of players whose entry does not contradict its key, wherever a round stands. */
function listedPlayers(value: unknown): string[] {
  if (typeof value === "string" && value.trimStart().startsWith("{")) {
    const json = parseLenientJson(value);
    return "value" in json ? listedPlayers(json.value) : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "player_stats" || typeof inner !== "object") return listedPlayers(inner);
    return Object.entries(inner ?? {}).flatMap(([guid, player]) => {
      const said = (player as { guid?: unknown } | null)?.guid ?? guid;
      const whole = guid.trim().toUpperCase();
      const agrees = whole.startsWith(String(said).trim().toUpperCase());
      return agrees || typeof said === "object" ? [whole] : [];
    });
  });
}

/** The same without what only those read who may. */
function withoutPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrivate);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !PRIVATE_KEYS.has(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => {
      // Only a round may be text with JSON in it; any other text is what it is.
      const json = key === "round_data" && typeof inner === "string" && parseLenientJson(inner);
      return [key, withoutPrivate(json && "value" in json ? json.value : inner)];
    }),
  );
}
