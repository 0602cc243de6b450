import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/about` */
export const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/about",
  component: lazyRouteComponent(() => import("./about-page.tsx"), "AboutPage"),
});
