import { usePageTitle } from "../../frame/page-title.ts";

/** Player. */
export function PlayerPage() {
  usePageTitle(() => "Player");
  return <h1>Player</h1>;
}
