import type { JSX } from "solid-js";

/**
 * An explanation that floats beside what it explains, on hover and on focus. It lies in the top
 * layer, so that no table cuts it off; on a phone it stands above the tab bar.
 */
export const Tip = (props: { readonly id: string; readonly children: JSX.Element }) => (
  <div popover="manual" class="tip" role="tooltip" id={props.id}>
    {props.children}
  </div>
);

/** Handlers for what a tip explains. */
export function tipHandlers(id: string) {
  const show = (event: Event) => {
    const tip = document.getElementById(id);
    const anchor = event.currentTarget;
    if (!tip || !(anchor instanceof HTMLElement) || tip.matches(":popover-open")) return;
    tip.showPopover();
    const at = anchor.getBoundingClientRect();
    const width = tip.offsetWidth;
    const left = Math.max(8, Math.min(at.right - width, innerWidth - width - 8));
    tip.style.setProperty("--tip-left", `${left}px`);
    tip.style.setProperty("--tip-top", `${at.bottom + 5}px`);
  };
  const hide = () => {
    const tip = document.getElementById(id);
    if (tip?.matches(":popover-open")) tip.hidePopover();
  };
  return {
    onMouseEnter: show,
    onMouseLeave: hide,
    onFocus: show,
    onBlur: hide,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") hide();
    },
  };
}
