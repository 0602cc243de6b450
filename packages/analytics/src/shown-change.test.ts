import { expect, it } from "vitest";
import { shownChange } from "./shown-change.ts";

it.each([
  [35.68, 34.36, 1, 1.3, "exactly 1.32"],
  [35.74, 34.36, 1, 1.3, "exactly 1.38: 35.7 less 34.4"],
  [0.125, 0.134, 2, 0, "both shown as 0.13"],
  [1.004, 1.006, 2, -0.01, "shown as 1.00 and 1.01"],
  [284.5, 284.4, 0, 1, "shown as 285 and 284"],
  [-0.2, 0.2, 0, 0, "nothing, without a minus"],
  [12, 30, 0, -18, "whole numbers"],
])("%d, before it %d, with %i decimals: %d (%s)", (now, then, decimals, change) => {
  expect(shownChange(now, then, decimals)).toBe(change);
});

it("is what readers get who take one shown number from the other", () => {
  for (let step = 0; step < 4000; step += 1) {
    const [now, then] = [(step * 37.719) % 500, (step * 11.303) % 500];
    for (const decimals of [0, 1, 2]) {
      const [shownNow, shownThen] = [now.toFixed(decimals), then.toFixed(decimals)];
      const change = shownChange(now, then, decimals);
      const text = (Number(shownThen) + change).toFixed(decimals);
      expect(text, `${shownNow} − ${shownThen}`).toBe(shownNow);
    }
  }
});
