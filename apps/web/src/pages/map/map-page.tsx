import { useQuery } from "@tanstack/solid-query";
import { useParams } from "@tanstack/solid-router";
import { arrived } from "../../api/arrived.ts";
import { mapQuery } from "../../api/maps.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { MissingState } from "../../states/missing-state.tsx";
import { MapView } from "./map-view.tsx";

/** One map. */
export function MapPage() {
  const params = useParams({ from: "/maps/$map" });
  const map = useQuery(() => mapQuery(params().map.toLowerCase()));
  usePageTitle(() => arrived(map)?.map ?? (map.error ? "No such map" : "Map"));
  return (
    <Loaded query={map} what="The map" missing={<MissingMap />}>
      {(data) => <MapView map={data()} />}
    </Loaded>
  );
}

const MissingMap = () => (
  <>
    <div class="pagehead mt-6">
      <h1>No such map</h1>
    </div>
    <MissingState
      title="Never played here"
      actions={
        <a class="btn primary" href="/maps">
          All maps
        </a>
      }
    >
      No round that counts was played on a map of this name. With <kbd>/</kbd> you search for those
      that were.
    </MissingState>
  </>
);
