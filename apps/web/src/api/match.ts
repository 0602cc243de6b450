import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const route = api.matches[":matchId"];

/** Round 1, Round 2 and both together. */
export type MatchDetail = InferResponseType<typeof route.$get, 200>;

/** A round of it. */
export type MatchRound = MatchDetail["rounds"][number];

/** Somebody's numbers over the match. */
export type MatchPlayer = MatchDetail["total"][number];

/** A match by its id. */
export const matchQuery = (matchId: string) =>
  queryOptions({
    queryKey: ["match", matchId],
    queryFn: ({ signal }) => read((options) => route.$get({ param: { matchId } }, options), signal),
  });
