import type { TeamSlot } from "../session/teams.ts";

/** A team by letter, colour and cut corner. Its name stands beside it, or is given for screen readers. */
export const TeamLetter = (props: {
  readonly team: TeamSlot;
  readonly small?: boolean;
  /** Said to screen readers, where no name stands beside the letter. */
  readonly name?: string;
}) => (
  <>
    <span
      class={`team ${props.team === "A" ? "ta" : "tb"}`}
      classList={{ sm: props.small ?? false }}
      aria-hidden="true"
    >
      {props.team}
    </span>
    {props.name ? <span class="vh">{props.name}</span> : null}
  </>
);
