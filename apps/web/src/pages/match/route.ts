import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { matchQuery } from "../../api/match.ts";
import { queryClient } from "../../api/query-client.ts";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/matches/2026-02-10-192233-supply`. */
export const matchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/matches/$matchId",
  loader: ({ params }) => void queryClient.prefetchQuery(matchQuery(params.matchId)),
  component: lazyRouteComponent(() => import("./match-page.tsx"), "MatchPage"),
});
