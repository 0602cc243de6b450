import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const route = api.seasons[":season"];

/** A quarter of a year. */
export type Season = InferResponseType<typeof route.$get, 200>;

/** A season by its id, or `last`. */
export const seasonQuery = (season: string) =>
  queryOptions({
    queryKey: ["season", season],
    queryFn: ({ signal }) => read((options) => route.$get({ param: { season } }, options), signal),
  });
