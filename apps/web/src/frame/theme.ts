import { createSignal } from "solid-js";

/** Day, night, or whatever the system says. */
export type Theme = "light" | "dark" | "system";

/** The themes in the order in which the button goes through them. */
const order: readonly Theme[] = ["system", "light", "dark"];

const [theme, setTheme] = createSignal<Theme>(storedTheme());

/** The theme that was chosen. */
export { theme };

/** Chooses the next theme, and keeps the choice. */
export function nextTheme(): void {
  const next = order[(order.indexOf(theme()) + 1) % order.length] ?? "system";
  setTheme(next);
  if (next === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  try {
    if (next === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", next);
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}

/** What `theme.js` has set before this code ran. */
function storedTheme(): Theme {
  const set = document.documentElement.dataset["theme"];
  return set === "light" || set === "dark" ? set : "system";
}
