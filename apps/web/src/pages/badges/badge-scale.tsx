import { For, Show } from "solid-js";
import type { BadgeBoard } from "../../api/badges.ts";
import { Icon } from "../../components/icon.tsx";
import { PlayerName } from "../../components/player-name.tsx";
import { RankMark } from "../../components/rank-mark.tsx";
import { Section } from "../../components/section.tsx";
import { figure } from "../../format/numbers.ts";
import { BADGE_ICONS, badgeDecimals } from "../../players/badge-icon.ts";

/** One scale of badges: what each takes, how many hold it, and who has come furthest. */
export const BadgeScale = (props: { readonly scale: BadgeBoard }) => {
  const scale = () => props.scale;
  const shown = (value: number) => figure(value, badgeDecimals(scale().category));
  return (
    <Section
      id={scale().category}
      title={scale().label}
      side={scale().rounds > 0 ? `from ${figure(scale().rounds)} rounds` : undefined}
    >
      <section
        class="tscroll"
        tabindex="0"
        aria-label={`Badges for ${scale().label}, scrolls sideways`}
      >
        <table>
          <caption class="vh">Badges for {scale().label}, lowest first</caption>
          <thead>
            <tr>
              <th scope="col">Badge</th>
              <th scope="col">Takes</th>
              <th scope="col">Reached</th>
              <th scope="col">Held</th>
            </tr>
          </thead>
          <tbody>
            <For each={scale().levels}>
              {(level) => (
                <tr>
                  <th scope="row">
                    <span class="badge-name" classList={{ locked: level.reached === 0 }}>
                      <span class="patch">
                        <Icon name={BADGE_ICONS[scale().category]} />
                      </span>
                      {level.title}
                    </span>
                  </th>
                  <td>{shown(level.threshold)}</td>
                  <td>{figure(level.reached)}</td>
                  <td>{figure(level.holders)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show
        when={scale().leaders.length > 0}
        fallback={<p class="muted small mt-3">Nobody has earned one yet.</p>}
      >
        <p class="small muted mt-3" id={`furthest-${scale().category}`}>
          Furthest so far
        </p>
        <ol class="rank" aria-labelledby={`furthest-${scale().category}`}>
          <For each={scale().leaders}>
            {(leader, i) => (
              <li>
                <RankMark rank={i() + 1} />
                <span class="min-w-0">
                  <PlayerName guid={leader.guid} name={leader.name} raw={leader.rawName} />
                </span>
                <span class="val">
                  {shown(leader.value)}
                  <small>{leader.title}</small>
                </span>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </Section>
  );
};
