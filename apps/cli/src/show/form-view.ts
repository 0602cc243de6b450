import type {
  Answer,
  AttackDefence,
  Consistency,
  Fatigue,
  MapAffinities,
  PlayerRecord,
  RecentForm,
} from "@slomix/analytics";
import { count, decimal, plural } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { percentText, recordText } from "./matchup-view.ts";

/** How a player has been doing. */
export interface PlayerForm {
  readonly name: string;
  readonly form: Answer<RecentForm>;
  readonly consistency: Answer<Consistency & { readonly words: string }>;
  readonly maps: Answer<MapAffinities & { readonly words: string }>;
  readonly playstyle: Answer<AttackDefence & { readonly words: string }>;
  readonly fatigue: Answer<Fatigue & { readonly sessionId: number }>;
  readonly record: Answer<PlayerRecord>;
}

/** The newest rounds vary less or more than those before: of evenness, not of damage. */
const EVENNESS: Readonly<Record<Consistency["trend"], string>> = {
  improving: "steadier in the last five rounds",
  declining: "less steady in the last five rounds",
  stable: "as steady as before",
};

/** `rising, 212 DPM in 10 rounds, then 241 in the last 10`. */
function formText({ trend, before, after }: RecentForm): string {
  return `${trend}, ${decimal(before.dpm, 0)} DPM in ${plural(before.rounds, "round")}, then ${decimal(after.dpm, 0)} in the last ${count(after.rounds)}`;
}

/** A player's form for people. */
export function describeForm(form: PlayerForm, { columns, ink }: View): string[] {
  const say = <Value>(title: string, answer: Answer<Value>, words: (value: Value) => string) =>
    `${title}: ${answer.ok ? words(answer.value) : answer.problem.message}`;
  const maps = form.maps.ok ? form.maps.value.maps : [];
  return [
    ink.strong(printable(form.name)),
    "",
    say(
      "Record",
      form.record,
      (one) => `${recordText(one)} on ${count(one.matches)} maps, ${one.words}`,
    ),
    say("Form", form.form, formText),
    say(
      "Consistency",
      form.consistency,
      (one) =>
        `${decimal(one.score, 1)}, ${one.tier.toLowerCase()}, ${EVENNESS[one.trend]}: ${decimal(one.mean, 0)} ± ${decimal(one.deviation, 0)} DPM over ${count(one.rounds)} rounds, ${one.words}`,
    ),
    say(
      "Role",
      form.playstyle,
      (one) =>
        `${one.label}, leaning ${decimal(one.lean, 1)} %: ${decimal(one.attack.dpm, 0)} DPM attacking, ${decimal(one.defence.dpm, 0)} defending, ${one.words}`,
    ),
    say(
      "Last evening",
      form.fatigue,
      (one) =>
        `${one.label}, ${percentText(one.index)}: ${decimal(one.early.dpm, 0)}, ${decimal(one.mid.dpm, 0)}, ${decimal(one.late.dpm, 0)} DPM by thirds, session ${one.sessionId}`,
    ),
    "",
    ...(form.maps.ok
      ? table(
          [
            { title: "Map" },
            { title: "Rounds", align: "right" },
            { title: "DPM", align: "right" },
            { title: "K/D", align: "right" },
            { title: "To his mean", align: "right" },
            { title: "shrunk", align: "right" },
            { title: "" },
          ],
          maps.map((map) => [
            printable(map.map),
            count(map.rounds),
            decimal(map.dpm, 0),
            decimal(map.kd, 2),
            percentText(map.delta),
            percentText(map.shrunk.value),
            map.label,
          ]),
          { columns, palette: ink },
        )
      : [`Maps: ${form.maps.problem.message}`]),
    ...(form.maps.ok ? [ink.quiet(`${form.maps.value.words}.`)] : []),
  ];
}
