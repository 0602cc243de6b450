import { For } from "solid-js";
import { SearchBox } from "../search/search-box.tsx";
import { SectionLink } from "./section-link.tsx";
import { sections } from "./sections.ts";
import { ThemeButton } from "./theme-button.tsx";

/** Name, sections, tools. */
export const Masthead = () => (
  <header class="masthead">
    <div class="wrap">
      <a class="brand" href="/">
        <svg viewBox="0 0 42 32" aria-hidden="true">
          <path d="M2 6h26v20H2z" fill="none" stroke="currentColor" stroke-width="3" />
          <path d="M28 3 41 16 28 29 15 16z" fill="currentColor" />
          <path d="M28 9v7l4 3" fill="none" stroke="var(--bg)" stroke-width="2.4" />
        </svg>
        Slomix
      </a>
      <nav class="nav" aria-label="Main">
        <For each={sections}>
          {(section) => <SectionLink section={section}>{section.label}</SectionLink>}
        </For>
      </nav>
      <div class="tools">
        <SearchBox />
        <ThemeButton />
      </div>
    </div>
  </header>
);
