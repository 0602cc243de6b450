import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/` */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
});
