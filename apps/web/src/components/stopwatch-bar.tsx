import { Show } from "solid-js";
import type { TeamSlot } from "../session/teams.ts";

/** One attack against the clock. All times in seconds. */
export interface Attack {
  /** Who attacks; null where it cannot be told. */
  readonly team: TeamSlot | null;
  /** The map's limit: the whole bar. */
  readonly mapLimit: number;
  /** What this round could use of it. */
  readonly limit: number;
  readonly used: number;
  /** The attack reached its objective. */
  readonly reached: boolean;
  /** The other team's time; null where there is none to beat. */
  readonly toBeat: number | null;
}

/** The stopwatch bar: length is time, slats an attack that was stopped, the line the time to beat. */
export const StopwatchBar = (props: {
  readonly attack: Attack | null;
  /** The bar in words. */
  readonly label: string;
}) => {
  const part = (seconds: number | undefined) => {
    const whole = props.attack?.mapLimit ?? 0;
    return whole > 0 ? `${Math.min(100, Math.max(0, ((seconds ?? 0) / whole) * 100))}%` : "0%";
  };
  return (
    <div
      class="clock"
      role="img"
      aria-label={props.label}
      style={{ "--lim": part(props.attack?.limit), "--use": part(props.attack?.used) }}
    >
      <Show when={!props.attack || props.attack.limit < props.attack.mapLimit - 0.5}>
        <span class="dead" />
      </Show>
      <Show when={props.attack}>
        {(attack) => (
          <>
            <span
              class="used"
              classList={{
                fa: attack().team === "A",
                fb: attack().team === "B",
                fn: attack().team === null,
                held: !attack().reached,
              }}
            />
            <Show when={attack().toBeat}>
              {(goal) => <span class="goal" style={{ "--goal": part(goal()) }} />}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};
