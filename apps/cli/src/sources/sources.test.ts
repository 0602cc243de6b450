import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { zip } from "../../test/zip-writer.ts";
import { findSources } from "./sources.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slomix-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array = "x") {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

type EntryHeader = Parameters<ReturnType<typeof pack>["entry"]>[0];

async function tar(entries: [EntryHeader, (string | Buffer)?][]): Promise<Buffer> {
  const packed = pack();
  for (const [header, content = ""] of entries) packed.entry(header, content);
  packed.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packed) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** `path` of each file in order; `path: code` of what is no file. */
async function found(...paths: string[]): Promise<string[]> {
  const sources = await findSources(paths, folder);
  const result: string[] = [];
  for await (const item of sources.read()) {
    if (item.kind === "file") result.push(item.file.path);
    else if (item.kind === "failure") result.push(`${item.failure.file}: ${item.failure.code}`);
    else result.push(`${item.path} foreign`);
  }
  if (result.every((line) => !line.includes("bad_archive"))) {
    expect(sources.total).toBe(result.length);
  }
  return result;
}

const r1 = "2025-10-10-200748-frostbite-round-1.txt";
const r2 = "2025-10-10-201613-frostbite-round-2.txt";
const webhook = "2025-10-10-200745-frostbite-round-1-webhook.json";
const gametime = "gametime-frostbite-R2-1760127370.json";

describe("folders", () => {
  test("all below a folder comes in the order of the stamps", async () => {
    write(`s/gamestats/${r2}`);
    write(`s/gamestats/${r1}`);
    write(`s/webhooks/${webhook}`);
    write(`s/gametimes/${gametime}`);
    write("s/truth.json");
    expect(await found("s")).toEqual([
      `s/webhooks/${webhook}`,
      `s/gamestats/${r1}`,
      `s/gametimes/${gametime}`,
      `s/gamestats/${r2}`,
      "s/truth.json",
    ]);
  });

  test("links are followed, also in circles, and each folder is entered once", async () => {
    write(`real/${r1}`);
    symlinkSync("..", join(folder, "real/up"));
    symlinkSync("real", join(folder, "alias"));
    symlinkSync("nowhere", join(folder, "real/dangling.txt"));
    symlinkSync("self.txt", join(folder, "real/self.txt"));
    symlinkSync("nowhere", join(folder, "real/log"));
    const paths = await found(".");
    expect(paths.filter((path) => path.endsWith(r1))).toHaveLength(1);
    expect(paths).toContainEqual(expect.stringMatching(/dangling\.txt: not_found$/));
    expect(paths).toContainEqual(expect.stringMatching(/self\.txt: unreadable$/));
    expect(paths).toContain("real/log foreign");
  });

  test("links that lead out of the folder are left, and told", async () => {
    write(`out/${r1}`);
    write(`s/${r2}`);
    symlinkSync("../out", join(folder, "s/folder"));
    symlinkSync(`../out/${r1}`, join(folder, "s", r1));
    symlinkSync(join(folder, "s-beside"), join(folder, "s/beside"));
    write(`s-beside/${webhook}`);
    expect(await found("s")).toEqual([`s/${r2}`]);
    const { linksLeft } = await findSources(["s"], folder);
    expect([...linksLeft].sort()).toEqual([`s/${r1}`, "s/beside", "s/folder"]);
    symlinkSync("out", join(folder, "named"));
    expect(await found("named")).toEqual([`named/${r1}`]);
  });

  test("a link beside its file is no second file, unless it bears a round's name", async () => {
    write(`s/${r1}`);
    write("s/store/0f3a.txt");
    symlinkSync(r1, join(folder, "s/latest.txt"));
    symlinkSync("store/0f3a.txt", join(folder, "s", r2));
    expect(await found("s")).toEqual([`s/${r1}`, `s/${r2}`, "s/store/0f3a.txt"]);
  });

  test("what cannot be ours by its extension is not opened, demos and archives are told apart", async () => {
    write(`s/${r1}`);
    for (const name of ["pak0.pk3", "server.cfg", "etl.log", "noext", "a.txt.bak"]) {
      write(`s/${name}`);
      chmodSync(join(folder, "s", name), 0o000);
    }
    write("s/big.pk3");
    truncateSync(join(folder, "s/big.pk3"), 2 ** 31);
    for (const name of ["a.dm_84", "b.dm_83", "C.DM_82", "d.dm_60"]) write(`s/${name}`);
    write("s/old.tar.gz");
    execFileSync("mkfifo", [join(folder, "s/pipe.log")]);
    const kinds: Record<string, number> = {};
    for await (const item of (await findSources(["s", "s/server.cfg"], folder)).read()) {
      const kind = item.kind === "foreign" ? item.what : item.kind;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toEqual({ file: 1, demo: 4, archive: 1, other: 8 });
  });

  test("a backslash in a name parts it like a slash", async () => {
    const written = `gamestats\\${r1}`;
    write(`s/${r2}`);
    write(`s/${written}`);
    expect(await found("s")).toEqual([`s/${written}`, `s/${r2}`]);
    for await (const item of (await findSources([`s/${written}`], folder)).read()) {
      expect(item).toMatchObject({ kind: "file", file: { name: r1, path: `s/${written}` } });
    }
  });

  test("a pipe is not waited for, a folder with a file's name is named", async () => {
    execFileSync("mkfifo", [join(folder, r1)]);
    mkdirSync(join(folder, r2));
    write(`${r2}/inside.txt`);
    expect((await found(".")).sort()).toEqual([
      `${r1}: not_a_file`,
      `${r2}/inside.txt`,
      `${r2}: not_a_file`,
    ]);
  });

  test("files above 16 MB are not read; a demo among them is nobody's fault", async () => {
    write(r1);
    truncateSync(join(folder, r1), 17 * 1024 * 1024);
    write("demo.dm_84");
    truncateSync(join(folder, "demo.dm_84"), 17 * 1024 * 1024);
    expect((await found(".")).sort()).toEqual([`${r1}: too_large`, "demo.dm_84 foreign"]);
  });

  test("what is not there", async () => {
    expect(await found("missing.pk3")).toEqual(["missing.pk3: not_found"]);
    expect(await found("missing.txt", "missing.zip", "missing.tar.gz")).toEqual([
      "missing.txt: not_found",
      "missing.zip: not_found",
      "missing.tar.gz: not_found",
    ]);
  });

  test("archives in a folder are left to be named", async () => {
    write(`s/${r1}`);
    write("s/old.zip", zip([]));
    const sources = await findSources(["s"], folder);
    expect(sources.archivesLeft).toEqual(["s/old.zip"]);
  });
});

const hostile = [
  "../../etc/passwd",
  "/etc/shadow",
  "a/../../b.txt",
  "C:/windows/x.txt",
  "..\\..\\x.txt",
];

describe("tar", () => {
  test.each(["s.tar.gz", "s.tgz", "s.tar"])("%s: in the order of the stamps", async (name) => {
    const bytes = await tar([
      [{ name: "s/", type: "directory" }],
      [{ name: `s/gamestats/${r2}` }, "two"],
      [{ name: `s/gamestats/${r1}` }, "one"],
      [{ name: "s/README.md" }, "read"],
    ]);
    write(name, name === "s.tar" ? bytes : gzipSync(bytes));
    expect(await found(name)).toEqual([
      `${name}:s/gamestats/${r1}`,
      `${name}:s/gamestats/${r2}`,
      `${name}:s/README.md foreign`,
    ]);
    const sources = await findSources([name], folder);
    for await (const item of sources.read()) {
      expect(item).toMatchObject({ kind: "file", file: { name: r1, bytes: Buffer.from("one") } });
      break;
    }
  });

  test("hostile names, links, devices and giants are refused one by one", async () => {
    write(
      "h.tar",
      await tar([
        ...hostile.map((name): [EntryHeader, string] => [{ name }, "x"]),
        [{ name: "link.txt", type: "symlink", linkname: "/etc/passwd" }],
        [{ name: "hard.txt", type: "link", linkname: "/etc/passwd" }],
        [{ name: "dev", type: "character-device" }],
        [{ name: `big/${r1}` }, Buffer.alloc(16 * 1024 * 1024 + 1)],
        [{ name: r2 }, "good"],
      ]),
    );
    expect((await found("h.tar")).sort()).toEqual(
      [
        ...hostile.map((name) => `h.tar:${name}: unsafe_path`),
        "h.tar:link.txt: not_a_file",
        "h.tar:hard.txt: not_a_file",
        "h.tar:dev foreign",
        `h.tar:big/${r1}: too_large`,
        `h.tar:${r2}`,
      ].sort(),
    );
  });

  test("a broken archive: what was read before is kept", async () => {
    const whole = await tar([
      [{ name: r1 }, Buffer.alloc(3000, 65)],
      [{ name: r2 }, Buffer.alloc(3000, 66)],
    ]);
    write("cut.tar", whole.subarray(0, 5500));
    expect(await found("cut.tar")).toEqual([`cut.tar:${r1}`, "cut.tar: bad_archive"]);
    const packed = gzipSync(whole, { level: 0 });
    write("cut.tgz", packed.subarray(0, 5600));
    expect(await found("cut.tgz")).toEqual([`cut.tgz:${r1}`, "cut.tgz: bad_archive"]);
    const flipped = Buffer.from(whole);
    flipped[3600] = (flipped[3600] ?? 0) ^ 0xff;
    write("flipped.tar", flipped);
    expect(await found("flipped.tar")).toEqual([`flipped.tar:${r1}`, "flipped.tar: bad_archive"]);
  });

  test.each([
    ["empty.tar.gz", Buffer.alloc(0)],
    ["empty.tar", Buffer.alloc(0)],
    ["noise.tar", Buffer.from("this is no archive at all".repeat(100))],
    ["half.tar.gz", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])],
  ])("%s is no archive", async (name, bytes) => {
    write(name, bytes);
    expect(await found(name)).toEqual([`${name}: bad_archive`]);
  });
});

describe("zip", () => {
  test("in the order of the stamps", async () => {
    write(
      "s.zip",
      zip([
        { name: "s/", bytes: Buffer.alloc(0) },
        { name: `s/${r2}`, bytes: Buffer.from("two") },
        { name: `s/${r1}`, bytes: Buffer.from("one") },
      ]),
    );
    expect(await found("s.zip")).toEqual([`s.zip:s/${r1}`, `s.zip:s/${r2}`]);
  });

  test("folders parted with backslashes, and entries of other extensions that stay packed", async () => {
    const bytes = Buffer.from("one");
    write(
      "w.zip",
      zip([
        { name: "gamestats\\", bytes: Buffer.alloc(0) },
        { name: "pak0.pk3", bytes, claimedCrc: 1 },
        { name: "demo.dm_84", bytes, encrypted: true },
        { name: `gamestats\\${r1}`, bytes },
      ]),
    );
    const names: string[] = [];
    for await (const item of (await findSources(["w.zip"], folder)).read()) {
      names.push(item.kind === "file" ? item.file.name : item.kind);
    }
    expect(names).toEqual([r1, "foreign", "foreign"]);
  });

  test("hostile names, links, liars and locked files are refused one by one", async () => {
    const bytes = Buffer.from("x".repeat(1000));
    write(
      "h.zip",
      zip([
        ...hostile.map((name) => ({ name, bytes })),
        { name: "link.txt", bytes: Buffer.from("/etc/passwd"), mode: 0o120777 },
        { name: "small-lie.txt", bytes, claimedSize: 10 },
        { name: "crc-lie.txt", bytes, claimedCrc: 1 },
        { name: "locked.txt", bytes, encrypted: true },
        { name: "giant.txt", bytes, claimedSize: 4_000_000_000 },
        { name: r1, bytes },
      ]),
    );
    expect((await found("h.zip")).sort()).toEqual(
      [
        ...hostile.map((name) => `h.zip:${name.replaceAll("\\", "/")}: unsafe_path`),
        "h.zip:link.txt: not_a_file",
        "h.zip:small-lie.txt: bad_archive",
        "h.zip:crc-lie.txt: bad_archive",
        "h.zip:locked.txt: unreadable",
        "h.zip:giant.txt foreign",
        `h.zip:${r1}`,
      ].sort(),
    );
  });

  test("a zip that unpacks to more than it says is stopped", async () => {
    const bytes = Buffer.alloc(40 * 1024 * 1024);
    write("bomb.zip", zip([{ name: r1, bytes, claimedSize: 1000 }]));
    expect(await found("bomb.zip")).toEqual([`bomb.zip:${r1}: bad_archive`]);
  });

  test.each([
    ["empty.zip", Buffer.alloc(0)],
    ["noise.zip", Buffer.from("PK\u0003\u0004 and then nothing".repeat(50))],
    ["nothing.zip", zip([])],
    ["cut.zip", zip([{ name: r1, bytes: Buffer.from("x") }]).subarray(0, 60)],
  ])("%s is no archive", async (name, bytes) => {
    write(name, bytes);
    expect(await found(name)).toEqual([`${name}: bad_archive`]);
  });

  test("a list that breaks off: what it named before is kept", async () => {
    const bytes = zip([
      { name: r1, bytes: Buffer.from("one") },
      { name: r2, bytes: Buffer.from("two") },
    ]);
    const second = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    bytes.fill(0, second, second + 4);
    write("broken.zip", bytes);
    expect(await found("broken.zip")).toEqual([`broken.zip:${r1}`, "broken.zip: bad_archive"]);
  });
});
