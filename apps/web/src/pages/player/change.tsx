import { shownChange } from "@slomix/analytics";
import { figure } from "../../format/numbers.ts";

/**
 * How much a value is above or below another one as both are shown: sign, triangle and colour; level with
 * it is `=`.
 */
export const Change = (props: {
  readonly now: number;
  readonly then: number;
  readonly decimals: number;
  readonly unit?: string;
}) => {
  const shown = () => shownChange(props.now, props.then, props.decimals);
  const sign = () => (shown() > 0 ? "▲ +" : shown() < 0 ? "▼ " : "= ");
  return (
    <span class="delta" classList={{ up: shown() > 0, dn: shown() < 0, eq: shown() === 0 }}>
      {sign()}
      {shown() === 0 ? "level" : figure(shown(), props.decimals)}
      {shown() !== 0 && props.unit ? ` ${props.unit}` : ""}
    </span>
  );
};
