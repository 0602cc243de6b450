import tailwind from "@tailwindcss/vite";
import { defaultClientConditions, defineConfig } from "vite";
import solid from "vite-plugin-solid";

// Static styles stay out of the markup: the content policy allows no style attributes.
const compiler = { generate: "dom" as const, inlineStyles: false };

export default defineConfig({
  plugins: [tailwind(), solid({ solid: compiler })],
  resolve: { conditions: ["@slomix/source", ...defaultClientConditions] },
  build: {
    target: "es2023",
    // Every asset is a file of its own: the content policy allows no fonts out of data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // echarts is large on purpose, and loaded only where a chart is looked at.
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8787" } },
});
