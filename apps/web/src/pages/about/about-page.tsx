import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { leaderboardPath } from "../../address/paths.ts";
import { leaderboardsQuery } from "../../api/leaderboards.ts";
import { type NumberDefinition, numbersQuery } from "../../api/numbers.ts";
import { PageHead } from "../../components/page-head.tsx";
import { Section } from "../../components/section.tsx";
import { longDay } from "../../format/moments.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { minimumWords } from "../leaderboards/words.ts";

const GROUPS: readonly { readonly group: NumberDefinition["group"]; readonly title: string }[] = [
  { group: "fighting", title: "Fighting" },
  { group: "aim", title: "Aim" },
  { group: "team", title: "For the team" },
  { group: "time", title: "Time" },
  { group: "score", title: "Score" },
];

/** What each number means, how it is made and where it comes from. */
export function AboutPage() {
  const numbers = useQuery(() => numbersQuery());
  const boards = useQuery(() => leaderboardsQuery());
  usePageTitle(() => "How numbers are made");
  return (
    <>
      <div class="mt-5">
        <PageHead title="How numbers are made">
          Everything here is read from the files that the game server writes at the end of each
          round. Nothing is typed in, and nothing is made up.
        </PageHead>
      </div>
      <div class="cols">
        <div class="c6">
          <Section id="rounds" title="Which rounds count">
            <ul class="plain">
              <li>
                A map is two rounds: one team attacks and sets a time, then the other has to beat
                it. Round 2’s file holds the sums of both rounds; Round 1 is subtracted from it.
              </li>
              <li>
                Counted are rounds that were played to their end by people. Restarts, rounds with
                bots, warm-up maps and a Round 2 without its Round 1 are kept, but not counted.
              </li>
              <li>Bots are left out of every sum, ranking and comparison.</li>
            </ul>
          </Section>
        </div>
        <div class="c6">
          <Section id="sums" title="Sums, never means of means">
            <ul class="plain">
              <li>
                A rate over several rounds is made of the sums: all damage by all minutes. A round
                of two minutes weighs less than one of twelve.
              </li>
              <li>
                What a file did not measure is shown as –, never as 0, and stays out of rates.
              </li>
              <li>
                A rate of few rounds is luck: every ranking says how much one has to have played,
                and who is short of it stands apart.
              </li>
            </ul>
          </Section>
        </div>
      </div>
      <Loaded
        query={numbers}
        what="The numbers"
        loading={
          <Section id="loading" title="Numbers">
            <Skeleton what="The numbers" height={60} />
          </Section>
        }
      >
        {(data) => (
          <For each={GROUPS}>
            {({ group, title }) => (
              <Section id={group} title={title}>
                <NumberTable
                  title={title}
                  numbers={data().filter((number) => number.group === group)}
                />
              </Section>
            )}
          </For>
        )}
      </Loaded>
      <Section
        id="minimum"
        title="Leaderboards"
        side={<a href="/leaderboards">All leaderboards</a>}
      >
        <Loaded
          query={boards}
          what="The leaderboards"
          loading={<Skeleton what="The leaderboards" height={30} />}
        >
          {(data) => (
            // Wide on a phone: it scrolls, and can be scrolled by keyboard.
            <section class="tscroll" tabindex="0" aria-label="Leaderboards, scrolls sideways">
              <table class="numbers">
                <caption>
                  <span>What is ranked, which end is on top, and who is ranked.</span>
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Ranked by</th>
                    <th scope="col">Meaning</th>
                    <th scope="col">First</th>
                    <th scope="col">At least</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={data()}>
                    {(board) => (
                      <tr>
                        <th scope="row">
                          <a href={leaderboardPath({ metric: board.metric })}>{board.title}</a>
                        </th>
                        <td>{board.description}</td>
                        <td>{board.best}</td>
                        <td>{minimumWords(board.minimum)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </section>
          )}
        </Loaded>
      </Section>
      <Section id="open" title="Open data">
        <p class="max-w-[72ch]">
          Every number of these pages comes from an open interface; its routes and fields are
          described in <a href="/api/openapi.json">/api/openapi.json</a>, and the words above in{" "}
          <a href="/api/numbers">/api/numbers</a> and{" "}
          <a href="/api/leaderboards">/api/leaderboards</a>.
        </p>
      </Section>
    </>
  );
}

const NumberTable = (props: {
  readonly title: string;
  readonly numbers: readonly NumberDefinition[];
}) => (
  <section class="tscroll" tabindex="0" aria-label={`${props.title}, scrolls sideways`}>
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Meaning</th>
          <th scope="col">Over several rounds</th>
          <th scope="col">Read from</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.numbers}>
          {(number) => (
            <tr id={`number-${number.key}`}>
              <th scope="row">
                <b>{number.label}</b>
                <small>{number.unit}</small>
              </th>
              <td>
                {number.meaning}
                <Show when={number.measuredSince}>
                  {(day) => ` Measured since ${longDay(day())}.`}
                </Show>
              </td>
              <td>{number.formula}</td>
              <td class="muted">{number.source}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
