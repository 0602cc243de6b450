import { useNavigate } from "@tanstack/solid-router";
import { For } from "solid-js";
import type { Activity } from "../api/activity.ts";
import { ByWidth } from "../components/by-width.tsx";
import { fullDay, monthName } from "../format/moments.ts";
import { plural } from "../format/numbers.ts";
import { activitySentence } from "./activity-words.ts";
import { calendarGrid } from "./calendar-grid.ts";

const CELL = 24;
const LEFT = 30;
const TOP = 20;
const rows = [
  [0, "Mon"],
  [2, "Wed"],
  [4, "Fri"],
  [6, "Sun"],
] as const;

/** Rounds a day, a column a week: a year where there is room, half of it where there is not. */
export const ActivityCalendar = (props: { readonly activity: Activity }) => (
  <figure class="chart cal">
    <figcaption>
      <b>Rounds an evening</b>
      <span class="unit">last 12 months</span>
      <span class="says">{activitySentence(props.activity)}</span>
    </figcaption>
    <ByWidth
      wide={() => <Weeks activity={props.activity} weeks={53} />}
      narrow={() => <Weeks activity={props.activity} weeks={14} />}
    />
    <p class="key mt-2" aria-hidden="true">
      none <i class="k0" />
      <i class="k1" />
      <i class="k2" />
      <i class="k3" />
      <i class="k4" /> {calendarGrid(props.activity, 53).most} or more
    </p>
  </figure>
);

const Weeks = (props: { readonly activity: Activity; readonly weeks: number }) => {
  const navigate = useNavigate();
  const grid = () => calendarGrid(props.activity, props.weeks);
  const open = (id: number | null) => {
    if (id !== null) void navigate({ to: "/sessions/$id", params: { id: String(id) } });
  };
  return (
    <svg viewBox={`0 0 ${LEFT + props.weeks * CELL} ${TOP + 7 * CELL}`} aria-hidden="true">
      <For each={rows}>
        {([row, name]) => (
          <text x="0" y={TOP + row * CELL + 15}>
            {name}
          </text>
        )}
      </For>
      <For each={grid().months}>
        {(month) => (
          <text x={LEFT + month.week * CELL} y="12">
            {monthName(month.month).slice(0, 3)}
            {month.month === 0 ? ` ${month.year}` : ""}
          </text>
        )}
      </For>
      <For each={grid().days}>
        {(day) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a short cut; the list of sessions is the way for keyboards
          <rect
            class={`d l${day.level}`}
            classList={{ now: day.date === props.activity.to, opens: day.sessionId !== null }}
            x={LEFT + day.week * CELL + 0.5}
            y={TOP + day.weekday * CELL + 0.5}
            width="19"
            height="19"
            onClick={() => open(day.sessionId)}
          >
            {day.rounds > 0 ? (
              <title>
                {fullDay(day.date)}: {plural(day.rounds, "round")}
              </title>
            ) : null}
          </rect>
        )}
      </For>
    </svg>
  );
};
