import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import type { Period } from "./leaderboards.ts";
import { readPage } from "./read.ts";

/** What a list says of a session. */
export type SessionSummary = InferResponseType<typeof api.sessions.$get, 200>[number];

/** Which sessions of the list. */
export interface SessionFilter {
  readonly limit: number;
  readonly offset: number;
  readonly map?: string | undefined;
  readonly player?: string | undefined;
  readonly period?: Period | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A page of sessions, newest first. */
export const sessionsQuery = (filter: SessionFilter) =>
  queryOptions({
    queryKey: ["sessions", filter],
    queryFn: ({ signal }) => {
      const { limit, offset, ...rest } = filter;
      const query = { ...rest, limit: String(limit), offset: String(offset) };
      return readPage((options) => api.sessions.$get({ query }, options), signal);
    },
  });
