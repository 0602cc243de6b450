import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { queryClient } from "../../api/query-client.ts";
import { reportQuery } from "../../api/report.ts";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/sessions/87`, or `/sessions/last`. */
export const sessionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sessions/$id",
  loader: ({ params }) => void queryClient.prefetchQuery(reportQuery(params.id)),
  component: lazyRouteComponent(() => import("./session-page.tsx"), "SessionPage"),
});
