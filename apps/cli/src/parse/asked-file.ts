import { type ParsedFile, parseFile } from "@slomix/stats-parser";
import { readOneFile } from "../sources/read-file.ts";

/** A file that somebody named, read and parsed by itself; or why that was not possible. */
export type AskedFile =
  | { readonly path: string; readonly name: string; readonly parsed: ParsedFile }
  | {
      readonly path: string;
      readonly problem: { readonly code: string; readonly message: string };
    };

/** Reads and parses one file whatever it is called. `path` is kept as given. */
export async function readAsked(path: string, cwd: string): Promise<AskedFile> {
  const found = await readOneFile(path, cwd);
  if (found.kind === "file") {
    const { name, bytes } = found.file;
    return { path, name, parsed: parseFile(bytes, name) };
  }
  if (found.kind === "failure") return { path, problem: found.failure };
  return { path, problem: { code: "too_large", message: "files above 16 MB are not read" } };
}
