import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** A number, explained. */
export type NumberDefinition = InferResponseType<typeof api.numbers.$get, 200>[number];

/** What each number means and where it comes from. */
export const numbersQuery = () =>
  queryOptions({
    queryKey: ["numbers"],
    queryFn: ({ signal }) => read((options) => api.numbers.$get({}, options), signal),
    staleTime: 3_600_000,
  });
