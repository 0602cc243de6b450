import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { ActivityCalendar } from "../../activity/activity-calendar.tsx";
import { activityQuery } from "../../api/activity.ts";
import { reportQuery } from "../../api/report.ts";
import { Section } from "../../components/section.tsx";
import { Below } from "../../frame/below.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { BestPlayers } from "../../session/best-players.tsx";
import { DispatchList } from "../../session/dispatch-list.tsx";
import { dispatches } from "../../session/story.ts";
import { Loaded } from "../../states/loaded.tsx";
import { LastSession } from "./last-session.tsx";
import { NothingYet } from "./nothing-yet.tsx";
import { RecentSessions } from "./recent-sessions.tsx";
import { SeasonSection } from "./season-section.tsx";

/** What was played last, who was best, how much is played. */
export function HomePage() {
  usePageTitle(() => undefined);
  const report = useQuery(() => reportQuery("last"));
  const activity = useQuery(activityQuery);
  return (
    <Loaded query={report} what="The last session" missing={<NothingYet />}>
      {(last) => (
        <>
          <LastSession report={last()} />
          <Below>
            <div class="cols">
              <div class="c7">
                <Section id="happened" title="What happened" side="from the round results">
                  <DispatchList dispatches={dispatches(last())} />
                </Section>
              </div>
              <div class="c5">
                <Section id="best" title="Best players" side="session score">
                  <BestPlayers report={last()} count={5} />
                </Section>
              </div>
            </div>
            <Section id="activity" title="Activity" side={<a href="/sessions">All sessions</a>}>
              <Loaded query={activity} what="Activity">
                {(data) => (
                  <Show when={data()}>{(days) => <ActivityCalendar activity={days()} />}</Show>
                )}
              </Loaded>
            </Section>
            <div class="cols">
              <div class="c7">
                <RecentSessions />
              </div>
              <div class="c5">
                <SeasonSection />
              </div>
            </div>
          </Below>
        </>
      )}
    </Loaded>
  );
}
