import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** Rounds by evening. */
export type Activity = NonNullable<InferResponseType<typeof api.activity.$get, 200>>;

/** The last twelve months. */
export const activityQuery = () =>
  queryOptions({
    queryKey: ["activity"],
    queryFn: ({ signal }) => read((options) => api.activity.$get({ query: {} }, options), signal),
  });
