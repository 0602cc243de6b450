import { For } from "solid-js";
import { Icon } from "../components/icon.tsx";
import { SectionLink } from "./section-link.tsx";
import { sections } from "./sections.ts";

/** The sections at the lower edge of a narrow screen. */
export const TabBar = () => (
  <nav class="tabbar" aria-label="Main, narrow">
    <For each={sections}>
      {(section) => (
        <SectionLink section={section}>
          <Icon name={section.icon} />
          {section.short}
        </SectionLink>
      )}
    </For>
  </nav>
);
