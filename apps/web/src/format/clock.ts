/** Seconds as a game clock shows them, `8:32`; hours are minutes too, `104:05`. */
export function clock(seconds: number): string {
  const whole = Math.round(Math.max(0, seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
