import type { WeaponClass } from "@slomix/analytics";
import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const route = api.leaderboards[":metric"];

/** A leaderboard, described. */
export type LeaderboardDefinition = InferResponseType<typeof api.leaderboards.$get, 200>[number];

/** A page of a leaderboard. */
export type Leaderboard = InferResponseType<typeof route.$get, 200>;

/** One player's place in it. */
export type LeaderboardRow = Leaderboard["rows"][number];

/** A stretch of days that ends with the newest round. */
export type Period = "season" | "90d" | "30d" | "all";

/** A side, as addresses name it. */
export type SideName = "axis" | "allies";

/** Which part of which leaderboard. */
export interface LeaderboardFilter {
  readonly metric: string;
  /** Or a season by its id, `2026-Q1`. */
  readonly period: Period | (string & {});
  readonly map?: string | undefined;
  readonly side?: SideName | undefined;
  /** Only what was done with these weapons. */
  readonly weaponClass?: WeaponClass | undefined;
  readonly minRounds?: number | undefined;
  /** As it stood at this instant, ISO 8601. */
  readonly asOf?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Which leaderboards there are. */
export const leaderboardsQuery = () =>
  queryOptions({
    queryKey: ["leaderboards"],
    queryFn: ({ signal }) => read((options) => api.leaderboards.$get({}, options), signal),
    staleTime: 3_600_000,
  });

/** A page of a leaderboard; while another one is read the last one stays. */
export const leaderboardQuery = ({ metric, minRounds, ...rest }: LeaderboardFilter) =>
  queryOptions({
    queryKey: ["leaderboard", metric, minRounds, rest],
    queryFn: ({ signal }) => {
      const { limit, offset, ...filter } = rest;
      const query = {
        ...filter,
        limit: String(limit),
        offset: String(offset),
        minRounds: minRounds === undefined ? undefined : String(minRounds),
      };
      return read((options) => route.$get({ param: { metric }, query }, options), signal);
    },
    placeholderData: keepPreviousData,
  });
