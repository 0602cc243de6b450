import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const route = api.matches[":matchId"].events;

/** What happened within the rounds of a match. */
export type MatchEvents = InferResponseType<typeof route.$get, 200>;

/** The same of one round. */
export type RoundOfEvents = MatchEvents["rounds"][number];

/** One death. */
export type EventKill = RoundOfEvents["kills"][number];

/** Something done to an objective. */
export type EventObjective = RoundOfEvents["objectives"][number];

/** Somebody of a round. */
export type EventPlayer = EventKill["victim"];

/** The events of a match. */
export const matchEventsQuery = (matchId: string) =>
  queryOptions({
    queryKey: ["match-events", matchId],
    queryFn: ({ signal }) => read((options) => route.$get({ param: { matchId } }, options), signal),
  });
