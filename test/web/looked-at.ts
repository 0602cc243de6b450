import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Collects whatever a page complains of while it is looked at. */
export function complaintsOf(page: Page): { take(): string[] } {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) =>
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { take: () => complaints.splice(0) };
}

/** Waits until everything on the page has arrived; throws when something never does. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  // Not waitForFunction: it would need eval, which the content policy forbids.
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
}

/** What is wrong with what the page shows: words of a program, or wider than the window. */
export async function visibleFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const text = (await page.locator("body").textContent()) ?? "";
  for (const word of ["undefined", "NaN", "[object Object]", "Infinity"])
    if (text.includes(word)) faults.push(`shows "${word}"`);
  const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  if (over > 0) faults.push(`${over} px wider than the window`);
  return faults;
}

/** What axe-core finds, by rule and element: WCAG 2.2 A and AA, and its best practices. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"], runOnly: [
      "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => id + ": " + node.target.join(" ") + " " + (node.failureSummary ?? "").replace(/\\s+/g, " ").slice(0, 200))))`);
}
