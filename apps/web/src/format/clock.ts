/** Seconds as the game's clock shows them, `8:32`, cut to whole ones; hours are minutes too, `104:05`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
