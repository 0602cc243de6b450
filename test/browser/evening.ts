// What a page might do with the pure packages: files in, the evening's score out. The browser
// test runs this very module twice, bundled in a page and as it stands in Node.
import { parseFile, type RoundTelemetry, type StatsFile } from "@slomix/stats-parser";
import { defaultSettings, pairRounds, scoreSessions } from "@slomix/stopwatch";

/** A file of a game server. */
export interface ServerFile {
  readonly name: string;
  readonly base64: string;
}

/**
 * All that was read and scored, as JSON text: so that two engines can be compared to the byte.
 */
export function scoreEvening(files: readonly ServerFile[]): string {
  const stats: StatsFile[] = [];
  const telemetry: RoundTelemetry[] = [];
  const parsed = files.map(({ name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const file = parseFile(bytes, name);
    if (file.kind === "stats" && file.result.ok) stats.push(file.result.value);
    if ((file.kind === "webhook" || file.kind === "gametime") && file.result.ok)
      telemetry.push(file.result.value);
    return file;
  });
  const settings = { ...defaultSettings, serverZone: "Europe/Ljubljana" };
  const pairing = pairRounds({ stats, telemetry }, settings);
  return JSON.stringify({ parsed, pairing, scored: scoreSessions(pairing.rounds, settings) });
}
