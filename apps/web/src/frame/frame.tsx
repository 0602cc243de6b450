import { Outlet } from "@tanstack/solid-router";
import { arrived } from "../api/arrived.ts";
import { useFocusOnNavigation } from "./focus.ts";
import { useLinks } from "./follow-links.ts";
import { Footer } from "./footer.tsx";
import { useHeartbeat } from "./heartbeat.ts";
import { Masthead } from "./masthead.tsx";
import { SilenceNotice } from "./silence-notice.tsx";
import { TabBar } from "./tab-bar.tsx";

/** Masthead, page, footer, and on narrow screens the tab bar. */
export function Frame() {
  const health = useHeartbeat();
  useFocusOnNavigation();
  useLinks();
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <Masthead />
      <SilenceNotice />
      <main id="main" class="wrap page" tabindex="-1">
        <Outlet />
      </main>
      <Footer health={arrived(health)} />
      <TabBar />
    </>
  );
}
