import type { MapDetail } from "../../api/maps.ts";
import { Tile, Tiles } from "../../components/tiles.tsx";
import { clock } from "../../format/clock.ts";
import { longDay } from "../../format/moments.ts";
import { figure, plural } from "../../format/numbers.ts";

/** How the attacks of a map went, in five figures. */
export const AttackTiles = (props: { readonly map: MapDetail }) => {
  const map = () => props.map;
  const fastest = () => map().fastest[0];
  return (
    <Tiles>
      <Share label="Attacks in Round 1" attacks={map().first} />
      <Share label="Attacks in Round 2" attacks={map().second} />
      <Tile
        label="Usual time set"
        value={map().usualSeconds === null ? "–" : clock(map().usualSeconds ?? 0)}
        more="median of Round 1"
      />
      <Tile
        label="Fastest attack"
        value={clock(fastest()?.seconds ?? 0).replace(/^0:00$/, "–")}
        more={longDayOf(fastest()?.date)}
      />
      <Tile
        label="Double full holds"
        value={figure(map().doubleHolds)}
        more={`of ${plural(map().matches, "match", "matches")}`}
      />
    </Tiles>
  );
};

const longDayOf = (day: string | undefined) => (day ? longDay(day) : "none came through");

const Share = (props: { readonly label: string; readonly attacks: MapDetail["first"] }) => {
  const { attacks } = props;
  return (
    <Tile
      label={props.label}
      value={attacks.rounds > 0 ? figure((attacks.reached / attacks.rounds) * 100) : "–"}
      {...(attacks.rounds > 0 ? { unit: "%" } : {})}
      more={`${figure(attacks.reached)} of ${figure(attacks.rounds)} came through${attacks.surrendered > 0 ? `, ${figure(attacks.surrendered)} ended early` : ""}`}
    />
  );
};
