import { usePageTitle } from "../../frame/page-title.ts";

/** Sessions. */
export function SessionsPage() {
  usePageTitle(() => "Sessions");
  return <h1>Sessions</h1>;
}
