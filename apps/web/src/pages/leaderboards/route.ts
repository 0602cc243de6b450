import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/leaderboards` */
export const leaderboardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards",
  component: lazyRouteComponent(() => import("./leaderboards-page.tsx"), "LeaderboardsPage"),
});
