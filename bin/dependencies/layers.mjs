// Which part of Slomix may use which. The arrows of the architecture, as a table.

/**
 * @typedef {object} Layer
 * @property {boolean} [pure] no I/O, clock, randomness, environment or logger: runs in a page too
 * @property {boolean} [alone] has no dependencies at all, published or of the workspace
 * @property {string[]} uses the `@slomix/…` names it may import
 * @property {string[]} [testsUse] the names that its tests and benchmarks may import beside those
 * @property {string[]} [usesTypesOf] the names of which it may import types, and nothing else
 */

const PURE = ["stats-parser", "stopwatch", "analytics", "predict", "demo", "greatshot"];
const PACKAGES = [...PURE, "db"];

/** @type {Record<string, Layer>} */
export const LAYERS = {
  "packages/stats-parser": { pure: true, alone: true, uses: [] },
  "packages/stopwatch": { pure: true, uses: ["stats-parser"] },
  "packages/analytics": { pure: true, uses: ["stats-parser", "stopwatch"] },
  "packages/predict": { pure: true, uses: [], testsUse: ["stats-parser", "stopwatch"] },
  "packages/demo": { pure: true, alone: true, uses: [] },
  "packages/greatshot": { pure: true, uses: ["demo"] },
  "packages/db": { uses: PURE },
  "apps/poller": { uses: PACKAGES },
  "apps/worker": { uses: PACKAGES },
  "apps/bot": { uses: PACKAGES },
  "apps/api": { uses: PACKAGES },
  "apps/web": { uses: PURE, usesTypesOf: ["api"] },
  // `slomix up` starts the apps in one process: the only app that imports apps.
  "apps/cli": { uses: [...PACKAGES, "poller", "worker", "bot", "api", "web"] },
};
