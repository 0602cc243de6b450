import tailwind from "@tailwindcss/vite";
import { defaultClientConditions, defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { packedAssets } from "./packed-assets.ts";

// Static styles stay out of the markup: the content policy allows no style attributes.
const compiler = { generate: "dom" as const, inlineStyles: false };

/**
 * Browsers fetch six files of a server at once, and on a slow line each costs a trip: what every page
 * needs is one file, what several need goes by subject, and what one needs goes with its page.
 */
const chunks = [
  {
    name: "core",
    test: (id: string) =>
      (/[\\/](?:node_modules|stats-parser)[\\/]/.test(id) &&
        !/[\\/](?:echarts|zrender|tslib)[\\/]/.test(id)) ||
      /[\\/]src[\\/](?:router|frame|states|format|address|api|search[\\/]search-box)\b/.test(id) ||
      /[\\/](?:route|not-found-page)\.tsx?$/.test(id) ||
      /[\\/](?:icon|tiles|section|page-head|crumbs|player-name|name-colours|team-letter|side-badge|rank-mark|scope-tabs|tip|copy-link)\.tsx?$/.test(
        id,
      ),
    priority: 2,
  },
  {
    name: "filters",
    test: /[\\/](?:search[\\/]|(?:player-choice|map-choice|segments|filter-bar|paging)\.)/,
    minShareCount: 2,
    priority: 2,
  },
  { name: "evening", test: /[\\/](?:session|components)[\\/]/, minShareCount: 2, priority: 1 },
  { name: "tables", test: /[\\/](?:players|tables|charts)[\\/]/, minShareCount: 2, priority: 1 },
];

export default defineConfig({
  plugins: [tailwind(), solid({ solid: compiler }), packedAssets()],
  resolve: { conditions: ["@slomix/source", ...defaultClientConditions] },
  build: {
    target: "es2023",
    // Every asset is a file of its own: the content policy allows no fonts out of data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: chunks } },
    },
    // echarts is large on purpose, and loaded only where a chart is looked at.
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8787" } },
});
