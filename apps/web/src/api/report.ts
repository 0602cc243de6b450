import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const route = api.sessions[":id"].report;

/** A session summed up. */
export type SessionReport = InferResponseType<typeof route.$get, 200>;

/** A map of it. */
export type ReportMatch = SessionReport["matches"][number];

/** A round of it. */
export type ReportRound = ReportMatch["rounds"][number];

/** Somebody who played in it. */
export type SessionPlayer = SessionReport["sessionPlayers"][number];

/** A session by its number, or `last`. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["report", id],
    queryFn: ({ signal }) => read((options) => route.$get({ param: { id } }, options), signal),
  });
