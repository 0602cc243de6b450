import { METRICS, metricName } from "@slomix/analytics";
import { useQuery } from "@tanstack/solid-query";
import { For } from "solid-js";
import { type Season, seasonQuery } from "../../api/season.ts";
import { PlayerName } from "../../components/player-name.tsx";
import { Section } from "../../components/section.tsx";
import { figure, plural } from "../../format/numbers.ts";
import { Loaded } from "../../states/loaded.tsx";
import { seasonDay } from "./season-day.ts";

type LeaderMetric = Season["leaders"][number]["metric"];

/** What stands small behind a leader's metric. */
const SMALL: Partial<Record<LeaderMetric, string>> = {
  dpm: "HP a minute",
  kd: "kills a death",
  accuracy: "accuracy weapons",
  objectives: "taken, returned, planted, defused",
};

const shownValue = (key: LeaderMetric, value: number) =>
  `${figure(value, key === "dpm" ? 0 : METRICS[key].decimals)}${METRICS[key].unit === "%" ? " %" : ""}`;

/** The season in which was played last: how far it is, and who leads in what. */
export const SeasonSection = () => {
  const season = useQuery(() => seasonQuery("last"));
  return (
    <Section id="season" title="Season" side={<a href="/leaderboards">Leaderboards</a>}>
      <Loaded
        query={season}
        what="The season"
        missing={<p class="muted">Nothing was played yet.</p>}
      >
        {(data) => <SeasonView season={data()} />}
      </Loaded>
    </Section>
  );
};

const SeasonView = (props: { readonly season: Season }) => {
  const day = () => seasonDay(props.season, new Date());
  return (
    <>
      <p>
        <b>{props.season.name}</b>: {plural(props.season.rounds, "round")} in{" "}
        {plural(props.season.sessions, "session")}, {plural(props.season.players, "player")}.{" "}
        {day().left > 0
          ? `Day ${day().number} of ${day().days}, ${plural(day().left, "day")} left.`
          : "It is over."}
      </p>
      <div
        class="meter my-3"
        role="img"
        aria-label={`${day().number} of ${day().days} days`}
        style={{ "--w": `${(100 * day().number) / day().days}%` }}
      >
        <i />
      </div>
      <table class="kv">
        <caption class="vh">Season leaders</caption>
        <thead class="vh">
          <tr>
            <th scope="col">Statistic</th>
            <th scope="col">Player</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.season.leaders}>
            {(leader) => (
              <tr>
                <th scope="row">
                  {metricName(leader.metric)} <small class="dim">{SMALL[leader.metric]}</small>
                </th>
                <td class="l">
                  <PlayerName guid={leader.guid} name={leader.name} raw={leader.rawName} />
                </td>
                <td class="num">
                  <b>{shownValue(leader.metric, leader.value)}</b>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="small dim mt-3">
        In DPM, K/D and accuracy: from {plural(props.season.minimumRounds, "round")} up.
      </p>
    </>
  );
};
