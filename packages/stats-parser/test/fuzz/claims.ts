import type { EndstatsFile, RoundTelemetry, StatsFile } from "../../src/index.ts";
import { decodeLines } from "../../src/text-lines.ts";

/** What is wrong with a value read from `input`: players, numbers or lines that the input does not hold. */
export function inventedByStats(value: StatsFile, input: Uint8Array): string[] {
  const { lines } = decodeLines(input);
  return value.lines.flatMap(({ line, guid, rawName }) => {
    const cells = lines[line - 1]?.split("\\") ?? [];
    const held = cells[0]?.trim().toUpperCase().slice(0, 8) === guid && cells[1] === rawName;
    return held ? [] : [`line ${line} does not hold ${guid} ${JSON.stringify(rawName)}`];
  });
}

export function inventedByEndstats(value: EndstatsFile, input: Uint8Array): string[] {
  const { lines } = decodeLines(input);
  const headers = new Set(lines);
  const wrong: string[] = [];
  for (const { line, subject, subjectGuid, opponent } of value.versus) {
    if (!lines[line - 1]?.startsWith(`${opponent}\t`)) wrong.push(`line ${line}: ${opponent}`);
    if (subject === null || subjectGuid === null) continue;
    const header = `VS_HEADER\t${subject}\t${subjectGuid}`;
    const held =
      headers.has(header) || lines.some((text) => text.toUpperCase() === header.toUpperCase());
    if (!held) wrong.push(`no header of ${subjectGuid}`);
  }
  for (const { line, player } of value.awards) {
    const text = lines[line - 1] ?? "";
    // The old kind keeps colours in its names: there only the line has to be a record.
    if (!text.includes(`\t${player}\t`) && !text.startsWith("AWARD\\"))
      wrong.push(`line ${line}: ${player}`);
  }
  return wrong;
}

export function inventedByTelemetry(value: RoundTelemetry, input: Uint8Array): string[] {
  const text = Buffer.from(input).toString("latin1");
  const upper = text.toUpperCase();
  return [...value.axis, ...value.allies].flatMap(({ guid, rawName }) => {
    // Escapes and encodings change all but letters and digits: those must stand there as they are.
    const pieces = text.includes("\\u") ? [] : (rawName.match(/[A-Za-z0-9]+/g) ?? []);
    const held = upper.includes(guid) && pieces.every((piece) => text.includes(piece));
    return held ? [] : [`does not hold ${guid} ${JSON.stringify(rawName)}`];
  });
}

/** Where in a value a number stands that is none (NaN, infinity), or something JSON cannot carry. */
export function unsound(value: unknown, path = "value"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value !== "object") return [`${path} is ${typeof value}`];
  const wrong: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || typeof inner === "string" || typeof inner === "boolean") continue;
    for (const problem of unsound(inner, `${path}.${key}`)) wrong.push(problem);
  }
  return wrong;
}
