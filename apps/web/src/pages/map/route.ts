import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { mapQuery } from "../../api/maps.ts";
import { queryClient } from "../../api/query-client.ts";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/maps/$map` */
export const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/maps/$map",
  loader: ({ params }) => void queryClient.prefetchQuery(mapQuery(params.map.toLowerCase())),
  component: lazyRouteComponent(() => import("./map-page.tsx"), "MapPage"),
});
