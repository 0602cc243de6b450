import { useQuery } from "@tanstack/solid-query";
import { For } from "solid-js";
import { badgesQuery } from "../../api/badges.ts";
import { PageHead } from "../../components/page-head.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { BadgeScale } from "./badge-scale.tsx";

/** Every badge there is, and who holds it. */
export function BadgesPage() {
  const badges = useQuery(() => badgesQuery());
  usePageTitle(() => "Badges");
  return (
    <>
      <div class="mt-5">
        <PageHead
          title="Badges"
          tools={
            <a class="btn" href="/players">
              All players
            </a>
          }
        >
          What a career can earn, over all rounds that count. The highest badge of a scale is the
          one that a player holds; who holds it has reached those below it too.
        </PageHead>
      </div>
      <Loaded query={badges} what="Badges" loading={<Skeleton what="Badges" height={80} />}>
        {(data) => (
          <div class="cols">
            <For each={data()}>
              {(scale) => (
                <div class="c6">
                  <BadgeScale scale={scale} />
                </div>
              )}
            </For>
          </div>
        )}
      </Loaded>
    </>
  );
}
