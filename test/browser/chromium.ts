// A Chromium for tests that no machine has to have installed: it comes inside an npm package,
// packed, and is unpacked once into node_modules/.cache.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import packed, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
const CACHE = join(import.meta.dirname, "../../node_modules/.cache/slomix");

/**
 * Starts the browser, headless. `SLOMIX_CHROMIUM` names another one, where the packed one does
 * not run: it is built for Linux on x86-64.
 */
export async function launchChromium(): Promise<Browser> {
  // As root, and in most containers, Chromium has no sandbox to offer.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
  const own = process.env["SLOMIX_CHROMIUM"];
  if (own) return chromium.launch({ executablePath: own, args });

  if (`${process.platform}-${process.arch}` !== "linux-x64")
    throw new Error("the packed Chromium is for Linux on x86-64: name yours in SLOMIX_CHROMIUM");
  const folder = await unpack();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args,
    env: {
      ...process.env,
      // The libraries that a bare system lacks (NSS and NSPR), and fonts, come along.
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: fontList(folder),
    },
  });
}

/**
 * Where Chromium finds fonts: those that come along, and the system's. The list that comes along
 * names folders of the place it was made for; without any font Chromium ends at the first sign
 * that a page's own fonts lack.
 */
function fontList(folder: string): string {
  const file = join(folder, "fonts.conf");
  const folders = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const list = folders.map((path) => `<dir>${path}</dir>`).join("");
  const cache = `<cachedir>${join(folder, "fonts-cache")}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${list}${cache}</fontconfig>`,
  );
  return file;
}

/** The folder of the unpacked browser. A run that is interrupted leaves nothing half done. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(CACHE, { recursive: true });
  removeAbandoned();
  const work = join(CACHE, `unpacking-${process.pid}`);
  mkdirSync(work, { recursive: true });
  await inTemporaryFolder(work, async () => {
    await packed.executablePath();
    await inflate(join(PACKAGE, "bin/al2023.tar.br"));
  });
  try {
    renameSync(work, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(work, { recursive: true }); // Another run was faster.
  }
  return folder;
}

/** The package unpacks into the system's temporary folder, wherever that is said to be. */
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

function removeAbandoned(): void {
  for (const name of readdirSync(CACHE)) {
    const pid = /^unpacking-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
