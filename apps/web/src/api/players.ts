import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const one = api.players[":guid"];

/** A player's career. */
export type PlayerProfile = InferResponseType<typeof one.$get, 200>;

/** A player's numbers on one map. */
export type PlayerMap = PlayerProfile["maps"][number];

/** A player's numbers with one weapon. */
export type PlayerWeapon = PlayerProfile["weapons"][number];

/** One of a player's latest rounds. */
export type RecentRound = PlayerProfile["recentRounds"][number];

/** A player among everybody comparable. */
export type PlayerStanding = InferResponseType<typeof one.standing.$get, 200>;

/** One number of it. */
export type StandingMeasure = PlayerStanding["measures"][number];

/** A player by GUID. */
export const playerQuery = (guid: string) =>
  queryOptions({
    queryKey: ["player", guid],
    queryFn: ({ signal }) => read((options) => one.$get({ param: { guid } }, options), signal),
  });

/** Where a player stands among the others. */
export const standingQuery = (guid: string) =>
  queryOptions({
    queryKey: ["standing", guid],
    queryFn: ({ signal }) =>
      read((options) => one.standing.$get({ param: { guid } }, options), signal),
  });

/** Players by a part of a name or the beginning of a GUID; while typing the last answer stays. */
export const foundPlayersQuery = (search: string) =>
  queryOptions({
    queryKey: ["players", search],
    queryFn: ({ signal }) =>
      read((options) => api.players.$get({ query: { search } }, options), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
