import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/matches/2026-02-10-192233-supply`. */
export const matchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/matches/$matchId",
  component: lazyRouteComponent(() => import("./match-page.tsx"), "MatchPage"),
});
