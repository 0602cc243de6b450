import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { QuarantinedFile } from "@slomix/db";
import { printable } from "./terminal/printable.ts";

/** The folder that keeps refused files, inside the data folder. */
export function quarantineFolder(data: string): string {
  return join(data, "quarantine");
}

/**
 * Keeps a copy of a refused file, with `<name>.reason.txt` beside it that says why. A file of the
 * same name and other content gets a number; the same file is kept once. Nothing half written ever
 * stands under a final name.
 *
 * @throws the file system's error, e.g. a full disk
 */
export async function keepAside(folder: string, file: QuarantinedFile): Promise<string> {
  await mkdir(folder, { recursive: true });
  const wanted = safeName(file.name);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, file.bytes);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}.${number}`;
      const target = join(folder, name);
      if (!(await taken(temporary, target))) {
        await writeReason(folder, name, file);
        return target;
      }
      if (Buffer.compare(await readFile(target), file.bytes) === 0) return target;
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives the written file its name unless another has it. Two processes never get the same one. */
async function taken(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return true;
    throw error;
  }
}

async function writeReason(folder: string, name: string, { error }: QuarantinedFile) {
  const place = error.line === undefined ? "" : `, line ${error.line}`;
  const field = error.field === undefined ? "" : `, field ${error.field}`;
  const text = `${error.code}${place}${field}\n${printable(error.message)}\n`;
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  await writeFile(temporary, text);
  await rename(temporary, join(folder, `${name}.reason.txt`));
}

/** A name that stays in the folder and leaves room for the endings. */
function safeName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and its like may stand in a name
  const plain = name.replace(/[/\\\u0000-\u001f]/g, "_").replace(/^\.+/, "_");
  const bytes = Buffer.from(plain);
  return bytes.length <= 200
    ? plain || "_"
    : bytes
        .subarray(0, 200)
        .toString()
        .replace(/\ufffd/g, "");
}
