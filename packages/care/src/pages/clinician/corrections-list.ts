import { CORRECTIONS, type Station } from "../../journey/corrections.ts";
import { markValue } from "../markup.ts";
import { CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildList } from "./table.ts";

/** What is often said at these stations and is imprecise, with what this program says instead. */
export function buildCorrections(...stations: readonly Station[]): string {
  const found = CORRECTIONS.filter(({ station }) => stations.includes(station));
  const items = found.map(
    ({ often, instead, sourceId }) =>
      `${markValue("rule", `\u201c${often}\u201d`, sourceId)}; ${WORDS.instead} ${markValue("rule", instead, sourceId)}`,
  );
  return buildList(WORDS.often, items);
}
