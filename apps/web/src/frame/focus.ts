import { useRouter } from "@tanstack/solid-router";
import { onCleanup } from "solid-js";

/**
 * After a click on a link the page begins anew for keyboards and screen readers too: the focus goes
 * to the content. Filters and sorting, which change the address alone, leave it where it is.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  onCleanup(
    router.subscribe("onResolved", ({ fromLocation, toLocation }) => {
      if (!fromLocation || fromLocation.pathname === toLocation.pathname || toLocation.hash) return;
      document.getElementById("main")?.focus({ preventScroll: true });
    }),
  );
}
