import {
  ARCHETYPES,
  type Archetype,
  type ArchetypeVerdict,
  archetypeContext,
  archetypeOf,
  type FragPotentialLimits,
} from "./archetypes.ts";
import { byTime, countedRows } from "./counted-round.ts";
import { type Form, formOf } from "./form-label.ts";
import { roundDpm } from "./form-rows.ts";
import { GRAPH_PANELS, type GraphPanelDefinition } from "./graph-panels.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { type PlayerEntry, rowsByPlayer } from "./players.ts";
import { mapLabels } from "./session-header.ts";
import { type SessionInput, sessionPlayers } from "./session-input.ts";

/** A panel with its values, one for each player of the graphs. */
export interface GraphPanel extends Omit<GraphPanelDefinition, "series"> {
  readonly series: readonly GraphSeries[];
}

/** One run of bars with a colour for each. */
export interface GraphSeries {
  readonly label: string;
  readonly values: readonly number[];
  readonly colours: readonly string[];
}

/** A player of the graphs. */
export interface GraphPlayer {
  readonly guid: string;
  readonly name: string;
  readonly archetype: ArchetypeVerdict;
}

/** One line of the timeline. */
export interface TimelineLine {
  readonly guid: string;
  readonly name: string;
  /** DPM by round, in the order of `rounds`; null where the player did not play. */
  readonly dpm: readonly (number | null)[];
  readonly form: Form;
  /** Null: no round. */
  readonly peak: { readonly dpm: number; readonly round: string } | null;
}

/** The data of a session's five images. At most 16 players, most kills first. */
export interface SessionGraphs {
  readonly players: readonly GraphPlayer[];
  readonly offense: readonly GraphPanel[];
  readonly defense: readonly GraphPanel[];
  readonly metrics: readonly GraphPanel[];
  /** Frag potential with archetypes, highest first, and the legend. */
  readonly playstyle: {
    readonly bars: readonly (GraphPlayer & { readonly fragPotential: number })[];
    readonly legend: readonly Archetype[];
  };
  readonly timeline: {
    /** `supply R1`, in the order of play. */
    readonly rounds: readonly string[];
    readonly lines: readonly TimelineLine[];
  };
}

const PLAYERS = 16;

/**
 * Series of all graphs of a session; without rounds that count everything is empty.
 *
 * @param limits Frag potential that is high or outstanding, from the last 90 days.
 */
export function sessionGraphs(session: SessionInput, limits?: FragPotentialLimits): SessionGraphs {
  const all = sessionPlayers(session.players);
  const context = archetypeContext(all, limits);
  const shown = all.slice(0, PLAYERS);
  const players = shown.map(({ guid, name, sums }) => ({
    guid,
    name,
    archetype: archetypeOf(sums, context),
  }));
  const panels = (of: readonly GraphPanelDefinition[]) =>
    of.map((definition) => filled(definition, shown, players));
  return {
    players,
    offense: panels(GRAPH_PANELS.offense),
    defense: panels(GRAPH_PANELS.defense),
    metrics: panels(GRAPH_PANELS.metrics),
    playstyle: {
      bars: players
        .map((player) => ({ ...player, fragPotential: player.archetype.fragPotential }))
        .sort((a, b) => b.fragPotential - a.fragPotential),
      legend: ARCHETYPES,
    },
    timeline: timelineOf(session, players),
  };
}

function filled(
  { series, ...rest }: GraphPanelDefinition,
  entries: readonly PlayerEntry[],
  players: readonly GraphPlayer[],
): GraphPanel {
  return {
    ...rest,
    series: series.map(({ metric, label, colour }) => {
      const values = entries.map(({ sums }) => metricValue(metric, sums));
      const colours = values.map((value, i) => {
        if (rest.byArchetype) return players[i]?.archetype.archetype.colour ?? colour;
        return rest.bands.find(({ from }) => from === null || value >= from)?.colour ?? colour;
      });
      return { label, values, colours };
    }),
  };
}

function timelineOf(
  session: SessionInput,
  players: readonly GraphPlayer[],
): SessionGraphs["timeline"] {
  const counted = countedRows(session.players).sort(byTime);
  const labels = new Map(
    mapLabels(session.matches).map(({ match, label }) => [match.matchId, label]),
  );
  const rounds = new Map<string, string>();
  for (const { round } of counted) {
    const map = labels.get(round.matchId) ?? round.map.toLowerCase();
    rounds.set(round.key, `${map} R${round.number}`);
  }
  const byPlayer = rowsByPlayer(counted);
  return {
    rounds: [...rounds.values()],
    lines: players.map(({ guid, name }) => lineOf(guid, name, byPlayer.get(guid) ?? [], rounds)),
  };
}

function lineOf(
  guid: string,
  name: string,
  rows: readonly PlayerRow[],
  rounds: ReadonlyMap<string, string>,
): TimelineLine {
  const own = new Map(rows.map((row) => [row.round.key, roundDpm(row)]));
  let peak: TimelineLine["peak"] = null;
  for (const [key, dpm] of own) {
    if (!peak || dpm > peak.dpm) peak = { dpm, round: rounds.get(key) ?? key };
  }
  return {
    guid,
    name,
    dpm: [...rounds.keys()].map((key) => own.get(key) ?? null),
    form: formOf([...own.values()]),
    peak,
  };
}
