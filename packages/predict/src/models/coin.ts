import type { Model } from "./model.ts";

/** Knows nothing: 0.5 always. What every other model must beat. */
export function coinModel(): Model {
  return {
    features: () => [],
    probability: () => 0.5,
    learn: () => {},
    refit: () => {},
  };
}
