import { usePageTitle } from "../../frame/page-title.ts";

/** How numbers are made. */
export function AboutPage() {
  usePageTitle(() => "How numbers are made");
  return <h1>How numbers are made</h1>;
}
