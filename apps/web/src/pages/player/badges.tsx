import { type BadgeCategory, badgeProgress, emptySums } from "@slomix/analytics";
import { For } from "solid-js";
import type { PlayerProfile } from "../../api/players.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { figure } from "../../format/numbers.ts";

const ICONS: Readonly<Record<BadgeCategory, IconName>> = {
  kills: "cross",
  rounds: "watch",
  kd: "spree",
  revives: "medic",
  timesRevived: "up",
  dynamitesPlanted: "dyna",
  dynamitesDefused: "shield",
  objectives: "flag",
};

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
        const shown = (number: number) => figure(number, category === "kd" ? 2 : 0);
        const way = next ? `${shown(value)} of ${shown(next.threshold)}` : shown(value);
        return (
          <li class="badge" classList={{ locked: !reached }}>
            <span class="patch">
              <Icon name={ICONS[category]} />
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
