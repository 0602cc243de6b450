import { QueryClient } from "@tanstack/solid-query";
import { Failure } from "./failure.ts";

/** What was read is shown at once when it is looked at again, and read anew behind it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      retryDelay: 500,
      // An answer is an answer; silence is followed up by the heartbeat, not by every query.
      retry: (failures, error) =>
        failures < 1 && error instanceof Failure && error.kind === "fault",
      networkMode: "always",
      throwOnError: false,
    },
  },
});
