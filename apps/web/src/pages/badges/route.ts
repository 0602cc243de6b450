import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/badges` */
export const badgesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/badges",
  component: lazyRouteComponent(() => import("./badges-page.tsx"), "BadgesPage"),
});
