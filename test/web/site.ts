import { join } from "node:path";
import { createApi, type Fault, readSite, serveApi } from "../../apps/api/src/index.ts";
import { connect } from "../../packages/db/src/index.ts";

/** The web page with its API and a database, listening. */
export interface RunningSite {
  readonly url: string;
  readonly port: number;
  /** What went wrong inside, for tests to find empty. */
  readonly faults: readonly Fault[];
  close(): Promise<void>;
}

/** Serves the built web page as `slomix up` does, over a database folder or an empty database. */
export async function startSite(folder = "memory:", port = 0): Promise<RunningSite> {
  const site = readSite(join(import.meta.dirname, "../../apps/web/dist"));
  if (!site) throw new Error("the web page is not built: pnpm --filter @slomix/web build");
  const db = await connect(folder);
  await db.migrate();
  const faults: Fault[] = [];
  const app = createApi({ db, version: "0.0.0", site, onFault: (fault) => faults.push(fault) });
  const server = await serveApi({ app, port });
  return {
    url: server.url,
    port: server.port,
    faults,
    async close() {
      await server.close();
      await db.close();
    },
  };
}
