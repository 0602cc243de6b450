import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/sessions/87`, or `/sessions/last`. */
export const sessionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sessions/$id",
  component: lazyRouteComponent(() => import("./session-page.tsx"), "SessionPage"),
});
