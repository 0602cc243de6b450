import { checkMatchup, type PredictionError } from "./check-matchup.ts";
import { Experience } from "./experience.ts";
import { Evenings } from "./factors/evenings.ts";
import { fourFactors } from "./factors/four-factors.ts";
import { keyInsight } from "./factors/key-insight.ts";
import { confidenceLabel, weighFactors } from "./factors/weigh-factors.ts";
import type { Model } from "./models/model.ts";
import { MODELS, type ModelName } from "./models/models.ts";
import { FEWEST_MATCHES } from "./models/slopes.ts";
import type { Matchup, PlayedMatch } from "./played-match.ts";
import type { Prediction, PredictionResult } from "./prediction.ts";
import { Replay } from "./replay.ts";

/** One model, and all that a prediction tells beside the chance, along a history. */
export class Predictor {
  readonly #name: ModelName;
  readonly #model: Model;
  readonly #evenings = new Evenings();
  readonly #experience = new Experience();
  readonly #replay: Replay;
  #matches = 0;

  constructor(name: ModelName) {
    this.#name = name;
    this.#model = MODELS[name]();
    this.#replay = new Replay([this.#model, this.#witness()]);
  }

  /** A match begins. Matches must come in the order of their starts. */
  begin(match: PlayedMatch): void {
    this.#replay.learnUntil(match.startMs);
    this.#replay.begin(match);
  }

  /** What the model says at a moment (unix ms) at which no later match has begun. */
  predict(matchup: Matchup, asOfMs: number): PredictionResult {
    const wrong = checkMatchup(matchup);
    if (wrong) return refuse(wrong);
    this.#replay.learnUntil(asOfMs);
    if (this.#matches === 0) {
      return refuse({ code: "empty_history", message: "No match had been played before." });
    }
    this.#replay.refit();
    return { ok: true, value: this.#prediction(matchup, asOfMs) };
  }

  #prediction(matchup: Matchup, asOfMs: number): Prediction {
    const features = this.#model.features(matchup, asOfMs);
    const probabilityA = this.#model.probability(features);
    const factors = fourFactors(this.#evenings, matchup, asOfMs);
    const weighed = weighFactors(factors);
    const confidenceScore =
      this.#name === "fourFactor" ? weighed.confidenceScore : this.#known(matchup);
    return {
      model: this.#name,
      asOfMs,
      probabilityA,
      probabilityB: 1 - probabilityA,
      confidence: confidenceLabel(confidenceScore),
      confidenceScore,
      insight: keyInsight(factors),
      factors: factors.map((factor) => ({ ...factor, weight: weighed.weights[factor.key] })),
      factorScore: weighed.score,
      newcomers: this.#experience.newcomers(matchup),
      matches: this.#matches,
    };
  }

  /** A coin and unfitted slopes know nothing, however long the players have been around. */
  #known(matchup: Matchup): number {
    const fitted = this.#experience.decisive >= FEWEST_MATCHES;
    return this.#name === "coin" || !fitted ? 0 : this.#experience.known(matchup);
  }

  /** Sees the same matches at the same moments as the model. */
  #witness(): Model {
    return {
      features: () => null,
      probability: () => 0.5,
      learn: (match) => {
        this.#matches += 1;
        this.#evenings.learn(match);
        this.#experience.learn(match);
      },
      refit: () => {},
    };
  }
}

function refuse(error: PredictionError): PredictionResult {
  return { ok: false, error };
}
