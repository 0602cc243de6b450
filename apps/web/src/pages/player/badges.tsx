import { badgeProgress, emptySums } from "@slomix/analytics";
import { For } from "solid-js";
import type { PlayerProfile } from "../../api/players.ts";
import { Icon } from "../../components/icon.tsx";
import { figure } from "../../format/numbers.ts";
import { BADGE_ICONS, badgeDecimals } from "../../players/badge-icon.ts";

/** What badges are counted from; none counts what may not be measured. */
const sumsOf = (totals: PlayerProfile["totals"]) => ({
  ...emptySums(),
  ...totals,
  timeDeadSeconds: totals.timeDeadSeconds ?? 0,
});

/** What the career has earned on each scale of badges, and how far the next one is. */
export const Badges = (props: { readonly profile: PlayerProfile }) => (
  <ul class="badges">
    <For each={badgeProgress(sumsOf(props.profile.totals))}>
      {({ category, label, reached, next, value, progress }) => {
        const shown = (number: number) => figure(number, badgeDecimals(category));
        const way = next ? `${shown(value)} of ${shown(next.threshold)}` : shown(value);
        return (
          <li class="badge" classList={{ locked: !reached }}>
            <span class="patch">
              <Icon name={BADGE_ICONS[category]} />
            </span>
            <div>
              <b>{reached?.title ?? "No badge yet"}</b>
            </div>
            <div
              class="meter"
              role="img"
              aria-label={`${label}: ${way}`}
              style={{ "--w": `${progress * 100}%` }}
            >
              <i />
            </div>
            <div class="meta">
              <span>
                {label} {shown(value)}
              </span>
              <span>{next ? `${shown(next.threshold)} for ${next.title}` : "the highest"}</span>
            </div>
          </li>
        );
      }}
    </For>
  </ul>
);
