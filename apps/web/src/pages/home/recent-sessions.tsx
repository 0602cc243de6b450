import { useQuery } from "@tanstack/solid-query";
import { arrived } from "../../api/arrived.ts";
import { sessionsQuery } from "../../api/sessions.ts";
import { Section } from "../../components/section.tsx";
import { figure } from "../../format/numbers.ts";
import { SessionTable } from "../../session/session-table.tsx";
import { Loaded } from "../../states/loaded.tsx";

const COUNT = 8;

/** The latest sessions, a line each. */
export const RecentSessions = () => {
  const sessions = useQuery(() => sessionsQuery({ limit: COUNT, offset: 0 }));
  const total = () => {
    const page = arrived(sessions);
    return page ? figure(page.total) : "";
  };
  return (
    <Section id="recent" title="Recent sessions" side={<a href="/sessions">All {total()}</a>}>
      <Loaded query={sessions} what="Recent sessions">
        {(page) => <SessionTable sessions={page().items} caption="The latest sessions" />}
      </Loaded>
    </Section>
  );
};
