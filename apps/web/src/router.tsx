import { createRouter } from "@tanstack/solid-router";
import { routerHasShown } from "./frame/place.ts";
import { rootRoute } from "./frame/root-route.tsx";
import { readSearch, writeSearch } from "./frame/search-text.ts";
import { aboutRoute } from "./pages/about/route.ts";
import { badgesRoute } from "./pages/badges/route.ts";
import { compareRoute } from "./pages/compare/route.ts";
import { homeRoute } from "./pages/home/route.ts";
import { leaderboardsRoute } from "./pages/leaderboards/route.ts";
import { mapRoute } from "./pages/map/route.ts";
import { mapsRoute } from "./pages/maps/route.ts";
import { matchRoute } from "./pages/match/route.ts";
import { playerRoute } from "./pages/player/route.ts";
import { playersRoute } from "./pages/players/route.ts";
import { sessionRoute } from "./pages/session/route.ts";
import { sessionsRoute } from "./pages/sessions/route.ts";

/** Every page of the site. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    sessionsRoute,
    sessionRoute,
    matchRoute,
    playersRoute,
    playerRoute,
    leaderboardsRoute,
    mapsRoute,
    mapRoute,
    badgesRoute,
    compareRoute,
    aboutRoute,
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  defaultPreloadDelay: 80,
  scrollRestoration: true,
  defaultPendingMs: 300,
});

router.subscribe("onRendered", routerHasShown);

declare module "@tanstack/solid-router" {
  interface Register {
    router: typeof router;
  }
}
