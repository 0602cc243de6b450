import { queryOptions } from "@tanstack/solid-query";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** What the server holds; asked again and again, to see that it is there and what is new. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ["health"],
    queryFn: ({ signal }) => read((options) => api.health.$get({}, options), signal),
    staleTime: 5_000,
  });
