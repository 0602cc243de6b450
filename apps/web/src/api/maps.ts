import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

const one = api.maps[":map"];

/** A map, and how its attacks went. */
export type MapDetail = InferResponseType<typeof one.$get, 200>;

/** A map of the list of all. */
export type PlayedMap = InferResponseType<typeof api.maps.$get, 200>[number];

/** Maps that were played, most rounds first. */
export const mapsQuery = () =>
  queryOptions({
    queryKey: ["maps"],
    queryFn: ({ signal }) => read((options) => api.maps.$get({}, options), signal),
    staleTime: 60_000,
  });

/** A map by its name. */
export const mapQuery = (map: string) =>
  queryOptions({
    queryKey: ["map", map],
    queryFn: ({ signal }) => read((options) => one.$get({ param: { map } }, options), signal),
  });
