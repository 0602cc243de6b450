import { sessionPath } from "../../address/paths.ts";
import type { SessionReport } from "../../api/report.ts";
import { Scoreboard } from "../../components/scoreboard.tsx";
import { fullDay, timeOfDay } from "../../format/moments.ts";
import { plural } from "../../format/numbers.ts";
import { frontSentence, resultSentence } from "../../session/story.ts";

/** The session that was played last: score, front, one sentence, and the way to all of it. */
export const LastSession = (props: { readonly report: SessionReport }) => (
  <section class="mt-5" aria-labelledby="h-last">
    <Scoreboard
      report={props.report}
      says={frontSentence(props.report)}
      head={
        <>
          <h1 id="h-last">Last session</h1>
          <span>
            <time datetime={props.report.start}>{fullDay(props.report.date)}</time>,{" "}
            {timeOfDay(props.report.start)}–{timeOfDay(props.report.end)}
          </span>
          <span>
            {plural(props.report.maps.length, "map")}, {plural(props.report.rounds, "round")},{" "}
            {plural(props.report.players, "player")}
          </span>
        </>
      }
      foot={
        <>
          <span>{resultSentence(props.report)}</span>
          <a class="btn primary" href={sessionPath(props.report.id)}>
            Open the session
          </a>
        </>
      }
    />
  </section>
);
