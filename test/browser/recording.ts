// What a page might do with a demo that somebody dropped on it. The browser test runs this module in a
// page and in Node.
import { cutDemo, readDemo } from "@slomix/demo";

/** What was read of a demo and of its first ten seconds, as JSON text, and how long reading took. */
export function readRecording(base64: string): { told: string; milliseconds: number } {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const started = performance.now();
  const result = readDemo(bytes);
  const milliseconds = performance.now() - started;
  const cut = cutDemo(bytes, { from: { elapsedMs: 0 }, to: { elapsedMs: 10_000 } });
  const clip = cut.ok ? readDemo(cut.value.demo) : cut;
  return { told: JSON.stringify({ result, clip }), milliseconds };
}
