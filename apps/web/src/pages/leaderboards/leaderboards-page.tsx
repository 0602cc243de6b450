import { usePageTitle } from "../../frame/page-title.ts";

/** Leaderboards. */
export function LeaderboardsPage() {
  usePageTitle(() => "Leaderboards");
  return <h1>Leaderboards</h1>;
}
