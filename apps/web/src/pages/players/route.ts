import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/players` */
export const playersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/players",
  component: lazyRouteComponent(() => import("./players-page.tsx"), "PlayersPage"),
});
