import { queryOptions } from "@tanstack/solid-query";
import type { InferResponseType } from "hono/client";
import { api } from "./client.ts";
import { read } from "./read.ts";

/** A scale of badges and who has come how far on it. */
export type BadgeBoard = InferResponseType<typeof api.badges.$get, 200>[number];

/** Every scale of badges. */
export const badgesQuery = () =>
  queryOptions({
    queryKey: ["badges"],
    queryFn: ({ signal }) => read((options) => api.badges.$get({}, options), signal),
  });
