import { createRootRoute } from "@tanstack/solid-router";
import { NotFoundPage } from "../pages/not-found/not-found-page.tsx";
import { CrashedPage } from "./crashed-page.tsx";
import { Frame } from "./frame.tsx";

/** What every page stands in. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashedPage,
});
