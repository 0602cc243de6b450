/** The tokens that charts are drawn with, as they are right now: day or night. */
export interface ChartColours {
  readonly text: string;
  readonly text2: string;
  readonly line: string;
  readonly raised: string;
  readonly lineStrong: string;
  readonly teamA: string;
  readonly teamB: string;
}

/** Reads the tokens off the page. A canvas knows no `light-dark()`, so each is resolved by the browser. */
export function chartColours(): ChartColours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.setProperty("color", `var(--${token})`);
    return getComputedStyle(probe).color;
  };
  const colours = {
    text: read("text"),
    text2: read("text-2"),
    line: read("line"),
    raised: read("raised"),
    lineStrong: read("line-strong"),
    teamA: read("team-a"),
    teamB: read("team-b"),
  };
  probe.remove();
  return colours;
}
