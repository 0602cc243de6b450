import { METRICS, type MetricKey } from "./metrics.ts";

/** A colour by value: the first band whose bound is reached. */
export interface GraphBand {
  /** Null: whatever is left. */
  readonly from: number | null;
  readonly colour: string;
}

/** One run of bars. */
export interface GraphSeriesDefinition {
  readonly metric: MetricKey;
  readonly label: string;
  readonly colour: string;
}

/** One panel of an image, as data. */
export interface GraphPanelDefinition {
  readonly key: string;
  readonly title: string;
  readonly series: readonly GraphSeriesDefinition[];
  /** A line across, such as K/D 1. */
  readonly reference: number | null;
  /** Colours by value, highest bound first; empty: the series' own. */
  readonly bands: readonly GraphBand[];
  /** Bars are coloured by the players' archetypes. */
  readonly byArchetype: boolean;
  /** The value axis reaches at least this far. */
  readonly axisAtLeast: number | null;
}

const GREEN = "#2ECC71";
const YELLOW = "#F1C40F";
const ORANGE = "#E67E22";
const RED = "#E74C3C";
const BLUE = "#3498DB";
const CYAN = "#1ABC9C";
const PURPLE = "#9B59B6";

const RATIO_BANDS: readonly GraphBand[] = [
  { from: 1.5, colour: GREEN },
  { from: 1, colour: YELLOW },
  { from: null, colour: RED },
];

const series = (metric: MetricKey, colour: string, label: string = METRICS[metric].label) => ({
  metric,
  label,
  colour,
});

const panel = (
  key: string,
  title: string,
  of: readonly GraphSeriesDefinition[],
  rest: Partial<Omit<GraphPanelDefinition, "key" | "title" | "series">> = {},
): GraphPanelDefinition => ({
  key,
  title,
  series: of,
  reference: null,
  bands: [],
  byArchetype: false,
  axisAtLeast: null,
  ...rest,
});

/** Panels of the first three images, in reading order. */
export const GRAPH_PANELS = {
  offense: [
    panel("kills_deaths", "Kills and deaths", [series("kills", GREEN), series("deaths", RED)]),
    panel("damage", "Damage given and received", [
      series("damage", BLUE),
      series("damageReceived", ORANGE),
    ]),
    panel("kd", "K/D", [series("kd", GREEN)], { reference: 1, bands: RATIO_BANDS }),
    panel("dpm", "DPM", [series("dpm", CYAN)]),
  ],
  defense: [
    panel("revives", "Revives given and received", [
      series("revives", GREEN),
      series("timesRevived", BLUE),
    ]),
    panel("time", "Time alive and dead", [series("timeAlive", GREEN), series("timeDead", RED)]),
    panel("gibs", "Gibs", [series("gibs", PURPLE)]),
    panel("head_hits", "Head hits", [series("headHits", ORANGE)]),
  ],
  metrics: [
    panel("frag_potential", "Frag potential", [series("fragPotential", ORANGE)], {
      byArchetype: true,
    }),
    panel("damage_ratio", "Damage given ÷ received", [series("damageRatio", GREEN)], {
      reference: 1,
      bands: RATIO_BANDS,
    }),
    panel("denied", "Playtime denied, % of own time", [series("deniedShare", GREEN)], {
      bands: [
        { from: 30, colour: RED },
        { from: 15, colour: ORANGE },
        { from: null, colour: GREEN },
      ],
      axisAtLeast: 50,
    }),
    panel("survival", "Survival", [series("survival", GREEN)], {
      reference: 50,
      bands: [
        { from: 70, colour: GREEN },
        { from: 50, colour: YELLOW },
        { from: null, colour: RED },
      ],
    }),
    panel("useful_kills", "Useful kills", [series("usefulKills", BLUE)]),
    panel("self_kills", "Self-kills and full self-kills", [
      series("selfKills", ORANGE),
      series("fullSelfKills", RED),
    ]),
  ],
} as const satisfies Record<string, readonly GraphPanelDefinition[]>;
