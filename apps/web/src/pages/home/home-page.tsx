import { usePageTitle } from "../../frame/page-title.ts";

/** What was played last. */
export function HomePage() {
  usePageTitle(() => undefined);
  return <h1>Last session</h1>;
}
