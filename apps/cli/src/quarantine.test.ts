import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepAside } from "./quarantine.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-quarantine-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = (name: string, text: string) => ({
  name,
  bytes: Buffer.from(text),
  error: {
    code: "bad_field" as const,
    message: "no \u001b[31mnumber",
    file: name,
    line: 3,
    field: "kills",
  },
});

test("the file and its reason, nothing half written", async () => {
  const kept = await keepAside(join(folder, "deep/quarantine"), refused("a.txt", "one"));
  expect(readFileSync(kept, "utf8")).toBe("one");
  expect(readFileSync(`${kept}.reason.txt`, "utf8")).toBe(
    "bad_field, line 3, field kills\nno ␛[31mnumber\n",
  );
  expect(readdirSync(join(folder, "deep/quarantine"))).toHaveLength(2);
});

test("the same file is kept once, another of its name gets a number", async () => {
  const paths = [
    await keepAside(folder, refused("a.txt", "one")),
    await keepAside(folder, refused("a.txt", "one")),
    await keepAside(folder, refused("a.txt", "two")),
    await keepAside(folder, refused("a.txt", "two")),
  ];
  expect(paths).toEqual(["a.txt", "a.txt", "a.txt.2", "a.txt.2"].map((name) => join(folder, name)));
  const crowd = Array.from({ length: 20 }, (_, at) => refused("b.txt", `text ${at % 5}`));
  const kept = await Promise.all(crowd.map((file) => keepAside(folder, file)));
  for (const [at, path] of kept.entries())
    expect(readFileSync(path, "utf8")).toBe(`text ${at % 5}`);
  expect(new Set(kept).size).toBe(5);
});

test.each(["../../evil.txt", "a/b.txt", ".hidden", "..", "nul\u0000.txt", "é".repeat(200), ""])(
  "a hostile name stays in the folder: %j",
  async (name) => {
    const path = await keepAside(folder, refused(name, "x"));
    expect(path.startsWith(`${folder}/`)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  },
);

test("a folder that cannot be made is an error that names it", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(keepAside(join(folder, "file"), refused("a", "x"))).rejects.toThrow(
    /EEXIST|ENOTDIR/,
  );
});
