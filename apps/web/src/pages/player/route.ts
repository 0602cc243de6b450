import { createRoute, lazyRouteComponent } from "@tanstack/solid-router";
import { playerQuery } from "../../api/players.ts";
import { queryClient } from "../../api/query-client.ts";
import { rootRoute } from "../../frame/root-route.tsx";

/** `/players/$guid` */
export const playerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/players/$guid",
  loader: ({ params }) => void queryClient.prefetchQuery(playerQuery(params.guid.toUpperCase())),
  component: lazyRouteComponent(() => import("./player-page.tsx"), "PlayerPage"),
});
