import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import type { InferRequestType, InferResponseType } from "hono/client";
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

/** Who fits a search, or may be meant. */
export type FoundPlayers = InferResponseType<typeof api.players.$get, 200>;

/** One of them. */
export type FoundPlayer = FoundPlayers["players"][number];

/** A page of everybody who has played. */
export type Roster = InferResponseType<typeof api.roster.$get, 200>;

/** One player of it. */
export type RosterPlayer = Roster["rows"][number];

/** What the roster is sorted by, as the address has it: `kd`, or `kd.up` for the other way round. */
export type RosterSort = NonNullable<InferRequestType<typeof api.roster.$get>["query"]["sort"]>;

/** A page of everybody who fits a name; while another one is read the last one stays. */
export const rosterQuery = (filter: {
  /** Empty: everybody. */
  readonly search: string;
  readonly sort: RosterSort;
  readonly limit: number;
  readonly offset: number;
}) =>
  queryOptions({
    queryKey: ["roster", filter],
    queryFn: ({ signal }) => {
      const { search, sort, limit, offset } = filter;
      const query = { search, sort, limit: String(limit), offset: String(offset) };
      return read((options) => api.roster.$get({ query }, options), signal);
    },
    placeholderData: keepPreviousData,
  });

/**
 * Players by name or the beginning of a GUID, who played last without either; while typing the last
 * answer stays.
 */
export const foundPlayersQuery = (search: string) =>
  queryOptions({
    queryKey: ["players", search],
    queryFn: ({ signal }) =>
      read((options) => api.players.$get({ query: { search } }, options), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
