import type { ApiOptions } from "@slomix/api";
import pino from "pino";
import type { LogLevel } from "./config.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** What the API tells of requests and faults, as lines of JSON on stderr. */
export function apiLog(
  terminal: Pick<Terminal, "say">,
  level: LogLevel,
): Pick<ApiOptions, "onRequest" | "onFault"> {
  const log = pino({ level }, { write: (line: string) => terminal.say(line.trimEnd()) });
  return {
    ...(log.isLevelEnabled("info")
      ? { onRequest: (entry: object) => log.info({ request: entry }, "request") }
      : {}),
    onFault: ({ error, ...about }) => log.error({ ...about, err: error }, "fault"),
  };
}
