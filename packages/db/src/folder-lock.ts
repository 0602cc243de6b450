import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, realpathSync, rmSync, statSync, writeSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "./database-error.ts";

/** The path of a Unix socket has room for 104 (macOS) or 108 bytes, the last of them a zero. */
const longestSocketPath = 100;
/** Who holds the guard does so for some milliseconds; an older one was left by a dead process. */
const guardDiesAfterMs = 10_000;

/** A folder that is ours. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes the folder if need be and takes it for this process, or refuses when another process has
 * it. PGlite does not do so itself, and two writers ruin its data.
 *
 * The mark is a Unix socket `owner.sock` in the folder on which the owner listens: the kernel ends
 * it with its process, however that ends, and it is seen from other containers too. A folder whose
 * path is too long for a socket is reached through `/proc` (Linux), else the socket lies in the
 * temporary folder under a name that follows from the folder's real path.
 *
 * @throws {DatabaseError} `folder_in_use`, `folder_damaged` when the folder cannot be made or written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  let real: string;
  try {
    mkdirSync(folder, { recursive: true });
    real = realpathSync(folder);
  } catch (cause) {
    throw new DatabaseError(`cannot make the folder ${folder}`, { code: "folder_damaged", cause });
  }
  const guard = await takeGuard(real);
  const address = socketAddress(real);
  try {
    const server = (await listen(address.path)) ?? (await replaceStale(address.path, folder));
    server.unref();
    return {
      release: () =>
        new Promise((resolve) => {
          server.close(() => {
            address.done();
            resolve();
          });
        }),
    };
  } catch (error) {
    address.done();
    throw error;
  } finally {
    rmSync(guard, { force: true });
  }
}

// Between "nobody answers on this socket" and "the socket is mine" nobody else may do the same.
async function takeGuard(folder: string): Promise<string> {
  const guard = join(folder, "owner.guard");
  for (;;) {
    try {
      const file = openSync(guard, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return guard;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST")
        throw new DatabaseError(`cannot write in the folder ${folder}`, {
          code: "folder_damaged",
          cause,
        });
    }
    const taken = statSync(guard, { throwIfNoEntry: false });
    if (taken && Date.now() - taken.mtimeMs > guardDiesAfterMs) rmSync(guard, { force: true });
    else await sleep(20);
  }
}

async function replaceStale(path: string, folder: string): Promise<Server> {
  const owner = await ownerBehind(path);
  if (owner === null) {
    rmSync(path, { force: true });
    const server = await listen(path);
    if (server) return server;
  }
  throw new DatabaseError(
    `the data folder ${folder} is in use by another Slomix process${owner ? ` (${owner})` : ""}: stop that one first, or give this one another folder or a server`,
    { code: "folder_in_use" },
  );
}

/** Where the socket of a folder lies; `done` when it is of no more use. */
function socketAddress(folder: string): { path: string; done: () => void } {
  const nothing = () => {};
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  if (process.platform === "win32") return { path: `\\\\.\\pipe\\slomix-${hash}`, done: nothing };
  const near = join(folder, "owner.sock");
  if (Buffer.byteLength(near) <= longestSocketPath) return { path: near, done: nothing };
  if (process.platform === "linux") {
    const handle = openSync(folder, "r");
    return { path: `/proc/self/fd/${handle}/owner.sock`, done: () => closeSync(handle) };
  }
  return { path: join(tmpdir(), `slomix-${hash}.sock`), done: nothing };
}

/** Listens, or null when the socket is there already. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(`process ${process.pid}`);
    });
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE") resolve(null);
      else
        reject(
          new DatabaseError(`cannot lock the data folder (${cause.message})`, {
            code: "folder_damaged",
            cause,
          }),
        );
    });
    server.listen(path, () => resolve(server));
  });
}

/** What the owner says of himself; empty when he listens but is too busy to speak, null: nobody. */
function ownerBehind(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(path);
    const end = (answer: string | null) => {
      clearTimeout(patience);
      socket.destroy();
      resolve(answer);
    };
    let patience: NodeJS.Timeout | undefined;
    socket.once("connect", () => {
      patience = setTimeout(() => end(said), 500);
    });
    socket.on("data", (data) => {
      said += data.toString("utf8", 0, 40);
    });
    socket.once("end", () => end(said));
    socket.once("error", () => end(patience ? said : null));
  });
}
