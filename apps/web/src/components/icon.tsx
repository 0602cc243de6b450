import sprite from "../images/icons.svg";

/** The drawings of the sprite. */
export type IconName =
  | "allies"
  | "attack"
  | "axis"
  | "bolt"
  | "check"
  | "covert"
  | "cross"
  | "down"
  | "draw"
  | "dyna"
  | "engineer"
  | "fieldops"
  | "film"
  | "flag"
  | "half"
  | "hold"
  | "home"
  | "info"
  | "link"
  | "list"
  | "map"
  | "medic"
  | "moon"
  | "more"
  | "next"
  | "pause"
  | "play"
  | "prev"
  | "rank"
  | "search"
  | "shield"
  | "skull"
  | "soldier"
  | "spree"
  | "steps"
  | "sun"
  | "up"
  | "user"
  | "warn"
  | "watch"
  | "white"
  | "x";

/** A drawing beside a word, which says the same: screen readers leave it out. */
export const Icon = (props: {
  readonly name: IconName;
  readonly solid?: boolean;
  readonly class?: string;
}) => (
  <svg
    class={`ico ${props.class ?? ""}`}
    classList={{ solid: props.solid ?? false }}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <use href={`${sprite}#${props.name}`} />
  </svg>
);
