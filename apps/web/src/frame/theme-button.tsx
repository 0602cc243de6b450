import { Icon } from "../components/icon.tsx";
import { nextTheme, theme } from "./theme.ts";

const words = { system: "as the system", light: "day", dark: "night" } as const;

/** Switches between the system's theme, day and night. */
export const ThemeButton = () => (
  <button
    type="button"
    class="btn icon"
    onClick={nextTheme}
    aria-label={`Theme: ${words[theme()]}. Change it`}
    title={`Theme: ${words[theme()]}`}
  >
    <Icon name={theme() === "dark" ? "moon" : theme() === "light" ? "sun" : "half"} />
  </button>
);
