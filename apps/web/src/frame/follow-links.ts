import { useRouter } from "@tanstack/solid-router";
import { onCleanup, onMount } from "solid-js";
import { readSearch } from "./search-text.ts";

/** How long the pointer or the focus has to rest on a link until its page is loaded ahead, in ms. */
const INTENT = 80;

/** Where a link within the site leads; null: it leads elsewhere, or is the router's own business. */
function targetOf(event: Event): URL | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith("/api/")) return null;
  // An anchor of this very page: the browser goes there by itself.
  const samePage = url.pathname === location.pathname && url.search === location.search;
  return samePage && url.hash !== "" ? null : url;
}

/**
 * Lets plain links go from page to page without a reload, and loads ahead what is pointed at. One
 * listener for all: a page has a hundred links, and each that watches over itself is slow to make.
 */
export function useLinks(): void {
  const router = useRouter();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (event: MouseEvent) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || elsewhere) return;
    const url = targetOf(event);
    if (!url) return;
    event.preventDefault();
    void router.navigate({ href: url.pathname + url.search + url.hash });
  };
  const prepare = (event: Event) => {
    clearTimeout(timer);
    const url = targetOf(event);
    if (!url || url.pathname === location.pathname) return;
    timer = setTimeout(() => {
      const search = readSearch(url.search);
      // A page that cannot be had is said when it is really asked for.
      router.preloadRoute({ to: url.pathname, search } as never).catch(() => undefined);
    }, INTENT);
  };
  onMount(() => {
    document.addEventListener("click", follow);
    for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, prepare);
  });
  onCleanup(() => {
    clearTimeout(timer);
    document.removeEventListener("click", follow);
    for (const kind of ["pointerover", "focusin"]) document.removeEventListener(kind, prepare);
  });
}
