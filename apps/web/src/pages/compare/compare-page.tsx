import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { useAddress } from "../../address/use-address.ts";
import { arrived } from "../../api/arrived.ts";
import { playerQuery, standingQuery } from "../../api/players.ts";
import { PageHead } from "../../components/page-head.tsx";
import { PlayerChoice } from "../../components/player-choice.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { MissingState } from "../../states/missing-state.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { Comparison } from "./comparison.tsx";

/** Two players side by side. */
export function ComparePage() {
  const { search, change } = useAddress();
  const guid = (name: "a" | "b") => search()[name]?.toUpperCase();
  const both = () => Boolean(guid("a") && guid("b"));
  const player = (name: "a" | "b") =>
    useQuery(() => ({ ...playerQuery(guid(name) ?? ""), enabled: Boolean(guid(name)) }));
  const a = player("a");
  const b = player("b");
  const standing = useQuery(() => ({ ...standingQuery(guid("a") ?? ""), enabled: both() }));
  const met = () => arrived(standing)?.rivals.find((rival) => rival.guid === guid("b"));
  usePageTitle(() => {
    const names = [arrived(a)?.name, arrived(b)?.name];
    return both() && names.every(Boolean) ? names.join(" and ") : "Compare players";
  });
  return (
    <>
      <div class="mt-5">
        <PageHead title="Compare players">Careers, side by side.</PageHead>
      </div>
      <div class="filters mt-4">
        <PlayerChoice
          id="first"
          label="First player"
          value={guid("a")}
          onChoose={(value) => change({ a: value })}
        />
        <PlayerChoice
          id="second"
          label="Second player"
          value={guid("b")}
          onChoose={(value) => change({ b: value })}
        />
      </div>
      <Show
        when={both()}
        fallback={
          <div class="sec">
            <EmptyState figure="filter" top title="Choose two players">
              Type a part of a name, a former one too, or the beginning of a GUID. The address of
              this page then has both, to be sent on.
            </EmptyState>
          </div>
        }
      >
        <Loaded query={a} what="The first player" loading={<Waiting />} missing={<Nobody />}>
          {(first) => (
            <Loaded query={b} what="The second player" loading={<Waiting />} missing={<Nobody />}>
              {(second) => <Comparison a={first()} b={second()} met={met()} />}
            </Loaded>
          )}
        </Loaded>
      </Show>
    </>
  );
}

const Waiting = () => (
  <div class="sec">
    <Skeleton what="The players" height={40} />
  </div>
);

const Nobody = () => (
  <div class="sec">
    <MissingState
      title="Nobody has played under this GUID"
      actions={
        <a class="btn primary" href="/compare">
          Choose anew
        </a>
      }
    >
      The link may be mistyped. Bots cannot be compared.
    </MissingState>
  </div>
);
