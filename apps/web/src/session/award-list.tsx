import { createMemo, For } from "solid-js";
import type { SessionPlayer } from "../api/report.ts";
import { Icon } from "../components/icon.tsx";
import { PlayerName } from "../components/player-name.tsx";
import { sessionAwards } from "./awards.ts";

/** The awards of a session, by kind. */
export const AwardList = (props: { readonly players: readonly SessionPlayer[] }) => {
  const awards = createMemo(() => sessionAwards(props.players));
  const groups = () => [...new Set(awards().map(({ group }) => group))];
  return (
    <For each={groups()}>
      {(group) => (
        <div class="mb-4">
          <h3 class="sub">{group}</h3>
          <ul class="awards">
            <For each={awards().filter((award) => award.group === group)}>
              {(award) => (
                <li class="award">
                  <Icon name={award.icon} />
                  <div>
                    <b>{award.title}</b>
                    <PlayerName
                      guid={award.player.guid}
                      name={award.player.name}
                      raw={award.player.rawName}
                    />
                  </div>
                  <div class="v">
                    {award.value}
                    <small>{award.unit}</small>
                  </div>
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </For>
  );
};
