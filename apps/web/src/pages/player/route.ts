import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/players/$guid` */
export const playerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/players/$guid",
  component: lazyRouteComponent(() => import("./player-page.tsx"), "PlayerPage"),
});
