import { useSyncExternalStore } from "react";
import { STATIONS, type Station } from "../stations/stations.ts";

/** Where a visit begins. */
const FIRST: Station = STATIONS.find(({ id }) => id === "plan")!;

function listen(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

/** The station that the address names: "#/case". */
export function useStation(): Station {
  const fragment = useSyncExternalStore(listen, () => location.hash);
  return STATIONS.find(({ id }) => fragment === addressOf(id)) ?? FIRST;
}

export function addressOf(id: Station["id"]): string {
  return `#/${id}`;
}
