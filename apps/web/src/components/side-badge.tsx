import { sideName } from "../format/side-name.ts";

/** A side by shape, word and colour: Axis a diamond, Allies a block. */
export const SideBadge = (props: { readonly side: 1 | 2 }) => (
  <span class={`side-badge ${props.side === 1 ? "axis" : "allies"}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={props.side === 1 ? "M8 0 16 8 8 16 0 8Z" : "M0 2.5h16v11H0z"} />
    </svg>
    {sideName(props.side)}
  </span>
);
