import { PlayerName } from "../../../components/player-name.tsx";
import type { Column } from "../../../tables/column.ts";
import { FiguresTable } from "../../../tables/figures-table.tsx";
import { useSorting } from "../../../tables/use-sorting.ts";
import type { PlayerEvents } from "./player-events.ts";

/** Everybody's figures out of the events of some rounds. */
export const EventsTable = (props: {
  /** Unique on the page; in the address when the table is sorted. */
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly Column<PlayerEvents>[];
  readonly standard: string;
  readonly players: readonly PlayerEvents[];
}) => {
  const { sorting, sortBy } = useSorting(() => props.columns, props.standard, props.id);
  return (
    <FiguresTable
      id={props.id}
      caption={props.caption}
      label={props.label}
      nameLabel="Player"
      name={({ player }) => (
        <PlayerName guid={player.guid} name={player.name} raw={player.rawName} />
      )}
      columns={props.columns}
      groups={[{ head: null, together: null, rows: props.players }]}
      sorting={sorting()}
      onSort={sortBy}
    />
  );
};
