import type { Factor } from "./factor.ts";
import { FACTOR_WEIGHTS } from "./weigh-factors.ts";

/**
 * The one sentence to print under a prediction: how these teams did against each other where that is
 * known, else what leans most among the factors with enough data, else that there is not enough.
 */
export function keyInsight(factors: readonly Factor[]): string {
  const headToHead = factors.find(({ key, available }) => key === "headToHead" && available);
  if (headToHead) return headToHead.text;
  const lean = ({ key, score }: Factor) => FACTOR_WEIGHTS[key] * Math.abs(score - 0.5);
  const [telling] = factors
    .filter(({ available, confidence }) => available && confidence !== "low")
    .sort((a, b) => lean(b) - lean(a));
  if (telling) return telling.text;
  return "Limited data: these players have not played enough yet to say much.";
}
