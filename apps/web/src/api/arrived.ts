import type { UseQueryResult } from "@tanstack/solid-query";

/**
 * What a query has read, or nothing yet. Reading `data` before it is there would suspend the page
 * around it: for what a page can do without, such as the choices of a filter.
 */
export const arrived = <Data>(query: UseQueryResult<Data, Error>): Data | undefined =>
  query.isPending ? undefined : query.data;
