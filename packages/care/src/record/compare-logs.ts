import type { AnyRecordEvent, RecordEvent } from "./record-event.ts";

/** How two logs of one case stand to each other. Diverged ones are shown side by side; time never merges them. */
export type LogComparison<Event extends AnyRecordEvent = RecordEvent> =
  | { readonly kind: "same" }
  /** The other has all of ours and these more. */
  | { readonly kind: "behind"; readonly newEvents: readonly Event[] }
  | { readonly kind: "ahead"; readonly newEvents: readonly Event[] }
  | {
      readonly kind: "diverged";
      readonly commonCount: number;
      readonly ours: readonly Event[];
      readonly theirs: readonly Event[];
    };

/** Compares two intact logs of one case by their hashes. */
export function compareLogs<Event extends AnyRecordEvent>(
  ours: readonly Event[],
  theirs: readonly Event[],
): LogComparison<Event> {
  const firstDifference = ours.findIndex(({ hash }, index) => hash !== theirs[index]?.hash);
  const commonCount = firstDifference < 0 ? ours.length : firstDifference;
  const rest = { ours: ours.slice(commonCount), theirs: theirs.slice(commonCount) };
  if (rest.ours.length > 0 && rest.theirs.length > 0) return { kind: "diverged", commonCount, ...rest };
  if (rest.theirs.length > 0) return { kind: "behind", newEvents: rest.theirs };
  return rest.ours.length > 0 ? { kind: "ahead", newEvents: rest.ours } : { kind: "same" };
}
