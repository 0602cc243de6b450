import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createEffect, on } from "solid-js";
import { arrived } from "../api/arrived.ts";
import { healthQuery } from "../api/health.ts";
import { readPastMemory } from "../api/read.ts";
import { silentSince } from "../api/server-state.ts";
import { painted } from "./first-picture.ts";

/** How often the server is asked whether it is there, in ms: while it is, and while it is not. */
const CALM = 15_000;
const WAITING = 2_000;

/**
 * Asks for the server's health as long as the page is looked at. What is shown is read anew when
 * the server comes back, and when something new came in.
 */
export function useHeartbeat() {
  const client = useQueryClient();
  const health = useQuery(() => ({
    ...healthQuery(),
    enabled: painted(),
    refetchInterval: silentSince() ? WAITING : CALM,
  }));
  const refresh = () => {
    readPastMemory();
    return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "health" });
  };
  createEffect(
    on(silentSince, (now, before) => {
      if (before && !now) void refresh();
    }),
  );
  createEffect(
    on(
      () => {
        const data = arrived(health);
        return data && `${data.lastFileAt} ${data.rounds}`;
      },
      (now, before) => {
        if (now && before && now !== before) void refresh();
      },
    ),
  );
  return health;
}
