import { For } from "solid-js";
import type { PlayerStanding } from "../../api/players.ts";
import { PlayerName } from "../../components/player-name.tsx";
import { figure, plural } from "../../format/numbers.ts";

type Rival = PlayerStanding["rivals"][number];

/** Kills against deaths within a twentieth of half are even. */
const EVEN = 0.05;

/** Who met the player most, and who is ahead. */
export const Rivals = (props: { readonly rivals: readonly Rival[] }) => {
  const share = (rival: Rival) => rival.kills / Math.max(1, rival.kills + rival.deaths);
  const verdict = (rival: Rival) => {
    const lead = share(rival) - 0.5;
    return lead > EVEN ? "ahead" : lead < -EVEN ? "behind" : "even";
  };
  return (
    <>
      <p class="small muted mb-2">
        Kills on the left, deaths on the right, last 90 days. The line marks even.
      </p>
      <ul>
        <For each={props.rivals}>
          {(rival) => (
            <li class="rival">
              <span class="min-w-0 overflow-hidden">
                <PlayerName guid={rival.guid} name={rival.name} raw={rival.rawName} />
              </span>
              <b class="num text-right">{figure(rival.kills)}</b>
              <div
                class="tug"
                role="img"
                aria-label={`${plural(rival.kills, "kill")} against ${plural(rival.deaths, "death")}`}
                style={{ "--w": `${share(rival) * 100}%` }}
              >
                <i />
              </div>
              <b class="num">{figure(rival.deaths)}</b>
              <span class="small muted">
                {verdict(rival)}, {plural(rival.rounds, "round")}
              </span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
};
