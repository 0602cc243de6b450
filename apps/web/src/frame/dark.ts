import { createMemo, createSignal } from "solid-js";
import { theme } from "./theme.ts";

const night = matchMedia("(prefers-color-scheme: dark)");
const [systemDark, setSystemDark] = createSignal(night.matches);
night.addEventListener("change", () => setSystemDark(night.matches));

/** Whether it is night on the page right now; for what is not drawn by the style sheet. */
export const useDark = () =>
  createMemo(() => (theme() === "system" ? systemDark() : theme() === "dark"));
