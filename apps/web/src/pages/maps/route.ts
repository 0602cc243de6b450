import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/maps` */
export const mapsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/maps",
  component: lazyRouteComponent(() => import("./maps-page.tsx"), "MapsPage"),
});
