import { defineProject, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

export default mergeConfig(
  shared,
  defineProject({
    test: {
      name: "pages",
      globalSetup: "./setup.ts",
      // A walk looks at every page in every width: minutes on a busy machine.
      testTimeout: 600_000,
      hookTimeout: 120_000,
    },
  }),
);
