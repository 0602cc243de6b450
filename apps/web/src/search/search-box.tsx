import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { Icon } from "../components/icon.tsx";

/** Whether a key press is meant for a field and not for the page. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Opens the search, by click or with the key `/`. */
export function SearchBox() {
  const [open, setOpen] = createSignal(false);
  // Loaded when it is first used.
  const [loaded, setLoaded] = createSignal<typeof import("./search-dialog.tsx")>();
  let opener: HTMLElement | null = null;
  const show = () => {
    opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
    if (!loaded()) void import("./search-dialog.tsx").then(setLoaded, () => setOpen(false));
  };
  const hide = () => {
    if (!open()) return;
    setOpen(false);
    opener?.focus({ preventScroll: true });
  };
  const onKey = (event: KeyboardEvent) => {
    const other = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (event.key !== "/" || other || open() || isTyping(event.target)) return;
    event.preventDefault();
    show();
  };
  onMount(() => document.addEventListener("keydown", onKey));
  onCleanup(() => document.removeEventListener("keydown", onKey));
  return (
    <>
      <button type="button" class="btn findbox" aria-haspopup="dialog" onClick={show}>
        <Icon name="search" />
        Find player or map
        <kbd>/</kbd>
      </button>
      <button
        type="button"
        class="btn icon only-tab"
        aria-haspopup="dialog"
        aria-label="Find player or map"
        onClick={show}
      >
        <Icon name="search" />
      </button>
      <Show when={loaded()}>
        {(module) =>
          module().SearchDialog({
            get open() {
              return open();
            },
            onClose: hide,
          })
        }
      </Show>
    </>
  );
}
