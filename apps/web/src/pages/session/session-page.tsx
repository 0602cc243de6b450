import { useQuery } from "@tanstack/solid-query";
import { useParams } from "@tanstack/solid-router";
import { arrived } from "../../api/arrived.ts";
import { reportQuery } from "../../api/report.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { scoreLine } from "../../session/score-line.ts";
import { Loaded } from "../../states/loaded.tsx";
import { MissingSession } from "./missing-session.tsx";
import { SessionView } from "./session-view.tsx";

/** One session. */
export function SessionPage() {
  const params = useParams({ from: "/sessions/$id" });
  const report = useQuery(() => reportQuery(params().id));
  usePageTitle(() => {
    const data = arrived(report);
    return data ? scoreLine(data) : report.error ? "No such session" : "Session";
  });
  return (
    <Loaded query={report} what="The session" missing={<MissingSession id={params().id} />}>
      {(data) => <SessionView report={data()} />}
    </Loaded>
  );
}
