import { createMemo, type JSX } from "solid-js";
import { PlayerName } from "../components/player-name.tsx";
import { TeamLetter } from "../components/team-letter.tsx";
import type { TeamSlot } from "../session/teams.ts";
import { teamName } from "../session/teams.ts";
import type { Column } from "../tables/column.ts";
import { FiguresTable, type RowGroup } from "../tables/figures-table.tsx";
import { useSorting } from "../tables/use-sorting.ts";
import type { PlayerLine } from "./line.ts";

/** Everybody's figures, team A above team B, sorted within the teams. */
export const PlayersTable = (props: {
  readonly caption: JSX.Element;
  readonly lines: readonly PlayerLine[];
  readonly columns: readonly Column<PlayerLine>[];
  readonly standard: string;
  readonly teamNames: readonly string[];
}) => {
  const { sorting, sortBy } = useSorting(() => props.columns, props.standard);
  const groups = createMemo((): RowGroup<PlayerLine>[] => {
    const of = (team: TeamSlot | null) => props.lines.filter((line) => line.team === team);
    const group = (slot: TeamSlot): RowGroup<PlayerLine> => ({
      head: (
        <>
          <TeamLetter team={slot} />
          {teamName(props.teamNames, slot)}
        </>
      ),
      together: `${teamName(props.teamNames, slot)} in all`,
      rows: of(slot),
    });
    const loose = of(null);
    const teams = [group("A"), group("B")].filter(({ rows }) => rows.length > 0);
    if (loose.length === 0) return teams;
    const head = teams.length > 0 ? "In no roster" : null;
    return [...teams, { head, together: null, rows: loose }];
  });
  return (
    <FiguresTable
      id="players"
      caption={props.caption}
      label="Players"
      nameLabel="Player"
      name={(line) => (
        <PlayerName guid={line.bot ? null : line.guid} name={line.name} raw={line.rawName} />
      )}
      columns={props.columns}
      groups={groups()}
      sorting={sorting()}
      onSort={sortBy}
    />
  );
};
