import { createEffect } from "solid-js";

/** Names the page in the browser's tab and history, as the server does in a link's preview. */
export function usePageTitle(title: () => string | undefined): void {
  createEffect(() => {
    const text = title();
    document.title = text ? `${text} · Slomix` : "Slomix";
  });
}
