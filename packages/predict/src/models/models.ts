import { blendModel } from "./blend.ts";
import { coinModel } from "./coin.ts";
import { fourFactorModel } from "./four-factor.ts";
import { kdModel } from "./kd.ts";
import type { Model } from "./model.ts";
import { plainRatingModel } from "./plain-rating.ts";
import { ratingModel } from "./rating.ts";
import { ratingMapSideModel } from "./rating-map-side.ts";

/** All models, from the simplest on. A new one starts without any history. */
export const MODELS = {
  coin: coinModel,
  kd: kdModel,
  fourFactor: fourFactorModel,
  plainRating: plainRatingModel,
  rating: ratingModel,
  ratingMapSide: ratingMapSideModel,
  blend: blendModel,
} as const satisfies Record<string, () => Model>;

/** Name of a model, as backtests print it. */
export type ModelName = keyof typeof MODELS;

/** Names of all models, the simplest first. */
export const modelNames = Object.keys(MODELS) as readonly ModelName[];

/** The one that wins the backtest. */
export const DEFAULT_MODEL: ModelName = "blend";

/** The default with the number of its making: what it says of the same history changes with it. */
export const DEFAULT_MODEL_VERSION = `${DEFAULT_MODEL}-1`;
