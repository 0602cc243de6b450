import { count } from "../terminal/figures.ts";
import { printable } from "../terminal/printable.ts";
import type { View } from "../terminal/terminal.ts";
import { wrap } from "../terminal/wrap.ts";
import type { Finding } from "./finding.ts";

/** Findings for people: mark, topic, sentence; below it the cases and what to do. */
export function describeFindings(findings: readonly Finding[], { columns, ink }: View): string[] {
  const topic = Math.max(...findings.map((finding) => finding.topic.length));
  const marks = { ok: ink.good("ok  "), note: ink.strong("note"), bad: ink.bad("bad ") };
  const indent = " ".repeat(topic + 8);
  const lines: string[] = [];
  const add = (text: string) => lines.push(...wrap(text, columns, indent.length));
  for (const finding of findings) {
    const { level, message, advice, cases = [], total = cases.length } = finding;
    add(`${marks[level]}  ${finding.topic.padEnd(topic)}  ${printable(message)}`);
    for (const one of cases) lines.push(ink.quiet(`${indent}${printable(one)}`));
    if (total > cases.length)
      lines.push(ink.quiet(`${indent}and ${count(total - cases.length)} more`));
    if (advice) add(`${indent}→ ${advice}`);
  }
  const bad = findings.filter(({ level }) => level === "bad").length;
  const notes = findings.filter(({ level }) => level === "note").length;
  lines.push(
    "",
    bad > 0 ? "Something does not work." : notes > 0 ? "It works; see the notes." : "All is well.",
  );
  return lines;
}
