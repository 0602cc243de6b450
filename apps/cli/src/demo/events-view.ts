import type { Demo, DemoEvent, DemoWarning, PopupKind, Team } from "@slomix/demo";
import { plural } from "../terminal/figures.ts";
import { gameText } from "../terminal/game-text.ts";
import type { Palette } from "../terminal/palette.ts";
import { printable } from "../terminal/printable.ts";
import { table } from "../terminal/table.ts";
import type { View } from "../terminal/terminal.ts";
import { recordingClock } from "./clock-of.ts";
import { warningLines } from "./warning-lines.ts";

/** What happens in a recording, for people: a line an event, at the time since the first snapshot. */
export function describeEvents(
  demo: Demo,
  warnings: readonly DemoWarning[],
  { columns, ink }: View,
): string[] {
  const clock = recordingClock(demo);
  const rows = demo.events.flatMap((event) => {
    if (event.type === "mapChange") clock.next();
    const told = tell(event, ink);
    return told === null ? [] : [[clock.at(event.serverTime), told]];
  });
  const heads = demo.hits.filter(({ hit }) => hit === "head").length;
  return [
    ...table([{ title: "Time", align: "right" }, { title: "Event" }], rows, {
      columns,
      palette: ink,
    }),
    "",
    `${plural(demo.counts.obituaries, "death")}, ${plural(demo.hits.length, "hit")} seen, ${heads} of them on the head.`,
    ...warningLines(warnings, ink),
  ];
}

/** Messages of the game that nothing else here tells. */
const POPUPS: Partial<Record<PopupKind, string>> = {
  dynamite: "Dynamite was planted or defused",
  construction: "Something was built",
  mines: "Land mines were spotted",
  objective: "An objective was taken or brought back",
  destruction: "Something was destroyed",
};

/** One event in words; null for what says nothing to people. */
function tell(event: DemoEvent, ink: Palette): string | null {
  const text = (raw: string) => gameText(raw.replace(/\[lo[nf]\]/g, "").trim(), ink);
  switch (event.type) {
    case "obituary": {
      const { victimName, victimTeam, attackerName, attackerTeam, modName } = event;
      const victim = person(victimName, victimTeam, ink);
      const means = ink.quiet(printable(modName.replace(/^MOD_/, "").toLowerCase()));
      if (event.selfKill) return `${victim} died by own hand  ${means}`;
      if (attackerName === null) return `${victim} died  ${means}`;
      const mate = event.teamKill ? ` ${ink.bad("(team kill)")}` : "";
      return `${person(attackerName, attackerTeam, ink)} killed ${victim}${mate}  ${means}`;
    }
    case "chat": {
      const to = event.team ? ink.quiet(" (team)") : "";
      return `${printable(event.name ?? "console")}${to}: ${printable(event.said.trim())}`;
    }
    case "voiceChat":
      return `${printable(event.name ?? "game")} calls ${printable(event.voice)}`;
    case "message":
      return ink.quiet("· ") + text(event.raw);
    case "connect":
      return `${printable(event.name)} came`;
    case "disconnect":
      return `${printable(event.name)} left`;
    case "rename":
      return `${printable(event.from)} is now ${printable(event.to)}`;
    case "teamChange":
      return `${printable(event.name)} went from ${event.from ?? "nowhere"} to ${event.to ?? "nowhere"}`;
    case "classChange":
      return `${printable(event.name)} is now ${event.to ?? "nothing"}`;
    case "pause":
      return event.paused ? "The match was paused" : "The match goes on";
    case "gameState":
      return `${event.from ?? "unknown"} → ${ink.strong(event.to ?? "unknown")}`;
    case "mapWinner":
      return `Won by ${event.winner ?? "nobody"}`;
    case "mapChange":
      return ink.strong(`Map: ${printable(event.map)}`);
    case "mapRestart":
      return "The round was restarted";
    case "serverDisconnect":
      return `The server ended it: ${text(event.reason)}`;
    case "vote":
      return event.called === null
        ? null
        : `Vote: ${printable(event.what)}, ${event.yes} yes, ${event.no} no`;
    case "popup":
      return POPUPS[event.kind] ?? null;
    default:
      return null;
  }
}

function person(name: string | null, team: Team | null, ink: Palette): string {
  const shown = printable(name ?? "somebody");
  return team === "axis" ? ink.axis(shown) : team === "allies" ? ink.allies(shown) : shown;
}
