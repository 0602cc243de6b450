/** How many bits a terminal's colours have; 0 is none. */
export type ColourDepth = 0 | 4 | 8 | 24;

/** 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Whether the terminal's ground is dark (the usual case) or light. */
export type Ground = "dark" | "light";

/** What is asked of a stream to find its depth. */
interface ColourStream {
  readonly isTTY?: boolean;
  getColorDepth?(env?: object): number;
}

/**
 * The depth to write with. `FORCE_COLOR` (0–3) wins, then `NO_COLOR`; what is no terminal, or a dumb
 * one, gets none.
 */
export function colourDepth(
  stream: ColourStream,
  env: Readonly<Record<string, string | undefined>>,
): ColourDepth {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") {
    if (forced === "0" || forced === "false") return 0;
    return forced === "3" ? 24 : forced === "2" ? 8 : 4;
  }
  if (env["NO_COLOR"]) return 0;
  if (!stream.isTTY || env["TERM"] === "dumb") return 0;
  if (/^(truecolor|24bit)$/i.test(env["COLORTERM"] ?? "")) return 24;
  const depth = stream.getColorDepth?.(env) ?? 4;
  return depth >= 24 ? 24 : depth >= 8 ? 8 : depth >= 4 ? 4 : 0;
}

/** The ground that `COLORFGBG` (`foreground;background`, set by many terminals) tells; dark when it does not. */
export function ground(env: Readonly<Record<string, string | undefined>>): Ground {
  const background = Number(env["COLORFGBG"]?.split(";").at(-1) ?? Number.NaN);
  return background === 7 || background === 15 ? "light" : "dark";
}

/** Relative luminance of a colour, 0–1 (WCAG). */
function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The colour moved towards white or black just so far that it can be read: 4.5 : 1 on the ground. */
export function readable(colour: Rgb, on: Ground): Rgb {
  const enough = (value: Rgb) =>
    on === "dark" ? luminance(value) >= 0.19 : luminance(value) <= 0.18;
  const towards = on === "dark" ? 255 : 0;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = colour.map((value) =>
      Math.round(value + ((towards - value) * step) / 20),
    ) as unknown as Rgb;
    if (enough(mixed)) return mixed;
  }
  return [towards, towards, towards];
}

/** The nearest colour of the 256: the cube of 6 × 6 × 6, or a step of the grey ramp. */
function in256([red, green, blue]: Rgb): number {
  const cube = (value: number) =>
    value < 48 ? 0 : value < 115 ? 1 : Math.trunc((value - 35) / 40);
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 10) {
    if (red < 8) return 16;
    if (red > 243) return 231;
    return 232 + Math.min(23, Math.round((red - 8) / 10));
  }
  return 16 + 36 * cube(red) + 6 * cube(green) + cube(blue);
}

/** The nearest of the sixteen colours: which lights are on, and whether brightly. */
function in16([red, green, blue]: Rgb): number {
  const most = Math.max(red, green, blue);
  if (most < 40) return 90;
  const on = (value: number) => (value > most / 2 ? 1 : 0);
  return (most > 170 ? 90 : 30) + on(red) + 2 * on(green) + 4 * on(blue);
}

/** The escape sequence that switches to this colour; empty without colours. */
export function colourCode(colour: Rgb, depth: ColourDepth): string {
  if (depth === 0) return "";
  if (depth === 24) return `\u001b[38;2;${colour.join(";")}m`;
  if (depth === 8) return `\u001b[38;5;${in256(colour)}m`;
  return `\u001b[${in16(colour)}m`;
}
