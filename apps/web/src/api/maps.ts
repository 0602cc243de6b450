import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** A map that was played. */
type PlayedMap = InferResponseType<typeof api.maps.$get, 200>[number];

/** Maps that were played, most rounds first. */
export const mapsQuery = () =>
  queryOptions({
    queryKey: ["maps"],
    queryFn: ({ signal }) => read((options) => api.maps.$get({}, options), signal),
    staleTime: 60_000,
  });
