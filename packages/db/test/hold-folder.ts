// A process that owns a data folder until it is killed. Started by the lock's tests.
import { lockFolder } from "../src/folder-lock.ts";

const folder = process.argv[2] ?? "";
try {
  const lock = await lockFolder(folder);
  process.stdout.write("mine\n");
  process.on("SIGTERM", () => lock.release().then(() => process.exit(0)));
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code}\n`);
}
