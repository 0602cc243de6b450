import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { ExportValue } from "@slomix/db";
import { csvRow } from "./csv.ts";

/** Formats of an export. */
export type ExportFormat = "csv" | "json";

/** A file that rows are written into one after another. */
export interface TableFile {
  readonly name: string;
  rows: number;
  add(columns: readonly string[], values: readonly ExportValue[]): Promise<void>;
  /** @throws the file system's error, e.g. a full disk */
  end(): Promise<void>;
}

/** Begins a file `<table>.csv` (head line first) or `<table>.json` (an array, one object a line). */
export function tableFile(
  folder: string,
  table: string,
  format: ExportFormat,
  head: readonly string[],
): TableFile {
  const name = `${table}.${format}`;
  const stream = createWriteStream(`${folder}/${name}`);
  const done = finished(stream);
  // Whoever writes or ends is told of a failure; until then it must not end the process.
  done.catch(() => {});
  const write = async (text: string) => {
    if (stream.errored) throw stream.errored;
    if (!stream.write(text)) await Promise.race([drained(stream), done]);
  };
  const file: TableFile = {
    name,
    rows: 0,
    add: async (columns, values) => {
      if (format === "csv") await write(csvRow(values));
      else {
        const row = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]));
        await write(`${file.rows === 0 ? "[\n" : ",\n"}${JSON.stringify(row)}`);
      }
      file.rows += 1;
    },
    end: async () => {
      if (format === "json") await write(file.rows === 0 ? "[]\n" : "\n]\n");
      stream.end();
      await done;
    },
  };
  if (format === "csv") stream.write(csvRow(head));
  return file;
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once("drain", resolve));
}
