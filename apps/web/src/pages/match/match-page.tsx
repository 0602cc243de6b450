import { usePageTitle } from "../../frame/page-title.ts";

/** One match. */
export function MatchPage() {
  usePageTitle(() => "Match");
  return <h1>Match</h1>;
}
