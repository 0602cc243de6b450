import { METRICS, type MetricKey } from "@slomix/analytics";
import { For, Show } from "solid-js";
import type { Leaderboard, LeaderboardRow } from "../../api/leaderboards.ts";
import { PlayerName } from "../../components/player-name.tsx";
import { RankMark } from "../../components/rank-mark.tsx";
import { longDay } from "../../format/moments.ts";
import { figure, plural } from "../../format/numbers.ts";
import { measured } from "../../players/measured.ts";
import type { BoardFilter } from "./board-filter.ts";
import { type PlaceChange, placeChange } from "./places.ts";
import { captionOf, lackWords, unitOf } from "./words.ts";

/** A figure beside the one that is ranked by. */
interface Beside {
  readonly metric: MetricKey;
  readonly label: string;
  readonly unit: string;
  readonly decimals?: number;
  /** Known for each class of weapons. */
  readonly ofWeapons?: true;
}

const BESIDE: readonly Beside[] = [
  { metric: "games", label: "Rounds", unit: "\u00a0", ofWeapons: true },
  { metric: "kills", label: "Kills", unit: "\u00a0", ofWeapons: true },
  { metric: "kd", label: "K/D", unit: "ratio", ofWeapons: true },
  { metric: "usefulKillShare", label: "Useful", unit: "% kills", decimals: 0 },
  { metric: "revivesPerRound", label: "Rev", unit: "a round", decimals: 1 },
  { metric: "timePlayed", label: "Time", unit: "hours" },
];

function besideText({ metric, decimals }: Beside, row: LeaderboardRow): string {
  const value = measured(metric, [row]);
  if (value === null) return "–";
  return metric === "timePlayed"
    ? figure(value / 3600, 1)
    : figure(value, decimals ?? METRICS[metric].decimals);
}

/** Who ranks where, and below who is short of the minimum. */
export const RankingTable = (props: {
  readonly board: Leaderboard;
  readonly filter: BoardFilter;
  /** The ranking as it stood before the last session; undefined: not known yet. */
  readonly before: Leaderboard | undefined;
  /** Day of the last session. */
  readonly last: string | undefined;
}) => {
  // What is ranked by stands in its own column only.
  const beside = () =>
    BESIDE.filter(
      ({ metric, ofWeapons = false }) =>
        metric !== props.board.metric && (ofWeapons || props.filter.weaponClass === undefined),
    );
  const value = (value: number) => figure(value, props.board.decimals);
  /** Who is not ranked stands behind the last of the ranking, not behind each page of it. */
  const isLast = () => props.board.rows.at(-1)?.rank === props.board.total;
  const most = () => Math.max(...props.board.rows.map((row) => row.value), 0);
  return (
    <>
      <section class="tscroll" tabindex="0" aria-label="Leaderboard, scrolls sideways">
        <table>
          <caption>
            <span>{captionOf(props.board, props.filter)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Player</th>
              <th
                scope="col"
                aria-sort={props.board.best === "highest" ? "descending" : "ascending"}
              >
                <span class="text-text font-bold">
                  <span aria-hidden="true">{props.board.best === "highest" ? "▼ " : "▲ "}</span>
                  {props.board.label}
                </span>
                <small>{unitOf(props.board.unit)}</small>
              </th>
              <th scope="col">
                Change<small>places</small>
              </th>
              <For each={beside()}>
                {(column) => (
                  <th scope="col">
                    {column.label}
                    <small>{column.unit}</small>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.board.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <span class="lbname">
                      <RankMark rank={row.rank} />
                      <PlayerName guid={row.guid} name={row.name} raw={row.rawName} />
                    </span>
                  </th>
                  <td
                    class="sorted cellbar"
                    style={{ "--w": `${most() > 0 ? (row.value / most()) * 100 : 0}%` }}
                  >
                    {value(row.value)}
                    <i />
                  </td>
                  <td>
                    <Show when={props.before}>
                      {(before) => <Places change={placeChange(row, before())} />}
                    </Show>
                  </td>
                  <For each={beside()}>{(column) => <td>{besideText(column, row)}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
          <Show when={isLast() && props.board.unranked.length > 0}>
            <tbody>
              <tr class="group">
                <th scope="rowgroup">Not ranked</th>
                <td colspan={beside().length + 2} />
              </tr>
              <For each={props.board.unranked}>
                {(row) => (
                  <tr>
                    <th scope="row">
                      <span class="lbname">
                        <span class="pos dim" aria-hidden="true">
                          –
                        </span>
                        <PlayerName guid={row.guid} name={row.name} raw={row.rawName} />
                      </span>
                    </th>
                    <td class="dim">{value(row.value)}</td>
                    <td />
                    <Show when={props.board.metric !== "games"}>
                      <td>{figure(row.rounds)}</td>
                    </Show>
                    <td class="l dim" colspan={Math.max(1, beside().length - 1)}>
                      {lackWords(row.lacks)}
                      <span class="wide-only"> of the minimum</span>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </Show>
        </table>
      </section>
      <details class="defs">
        <summary>What the columns mean</summary>
        <dl>
          <div>
            <dt>{props.board.label}</dt>
            <dd>{props.board.description}</dd>
          </div>
          <div>
            <dt>Change</dt>
            <dd>
              Places won and lost in the last session
              <Show when={props.last}>{(day) => `, of ${longDay(day())}`}</Show>: against the
              ranking as it stood before it.
            </dd>
          </div>
          <For each={beside()}>
            {(column) => (
              <div>
                <dt>{column.label}</dt>
                <dd>{METRICS[column.metric].meaning}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
    </>
  );
};

/** Up, down or level, by sign and by colour. */
const Places = (props: { readonly change: PlaceChange }) => {
  const places = () => (typeof props.change === "number" ? props.change : 0);
  return (
    <Show when={props.change !== null} fallback={<span class="dim">–</span>}>
      <Show when={props.change !== "new"} fallback={<span class="delta">new</span>}>
        <span
          class="delta"
          classList={{ up: places() > 0, dn: places() < 0, eq: places() === 0 }}
          title={
            places() === 0
              ? "the same place"
              : `${plural(Math.abs(places()), "place")} ${places() > 0 ? "up" : "down"}`
          }
        >
          <Show when={places() !== 0} fallback="=">
            {places() > 0 ? "▲" : "▼"} {Math.abs(places())}
          </Show>
        </span>
      </Show>
    </Show>
  );
};
