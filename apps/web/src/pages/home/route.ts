import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { queryClient } from "../../api/query-client.ts";
import { reportQuery } from "../../api/report.ts";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/` */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  loader: () => void queryClient.prefetchQuery(reportQuery("last")),
  component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
});
