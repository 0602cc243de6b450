import type { Config } from "../config.ts";
import type { Finding } from "./finding.ts";

/** Milliseconds to wait for an answer. */
const patience = 1500;

/** Whether something answers where `slomix up` would listen. */
export async function runningFinding({ host, port }: Config): Promise<Finding> {
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(patience) });
    const type = answer.headers.get("content-type") ?? "";
    if (/json/.test(type) && (answer.ok || answer.status === 503)) {
      const state = answer.ok ? "answers" : "is starting or has no database";
      return {
        topic: "api",
        level: answer.ok ? "ok" : "note",
        message: `Slomix ${state} at ${url}`,
        ...(answer.ok ? {} : { advice: "look at what slomix up prints" }),
      };
    }
    return {
      topic: "api",
      level: "note",
      message: `another program answers at ${url}`,
      advice: "give slomix up another --port",
    };
  } catch {
    return {
      topic: "api",
      level: "ok",
      message: `nothing listens at ${url}; slomix up starts the API`,
    };
  }
}
