import { usePageTitle } from "../../frame/page-title.ts";

/** One session. */
export function SessionPage() {
  usePageTitle(() => "Session");
  return <h1>Session</h1>;
}
