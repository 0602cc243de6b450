import { queryOptions } from "@tanstack/solid-query";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** Maps that were played, most rounds first. */
export const mapsQuery = () =>
  queryOptions({
    queryKey: ["maps"],
    queryFn: ({ signal }) => read((options) => api.maps.$get({}, options), signal),
    staleTime: 60_000,
  });
