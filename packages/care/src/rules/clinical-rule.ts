import type { SourceId } from "../figures/source-catalog.ts";

/** What every row of every clinical table carries beside its content. */
export interface RuleOrigin {
  readonly sourceId: SourceId;
  /** Section, table or row of the source. */
  readonly locator: string;
  /** False while nobody has checked the row against the text of its source; shown wherever the row is used. */
  readonly confirmed: boolean;
  /** The clinician who signed the row; undefined while none has. */
  readonly reviewedBy: string | undefined;
}

/** An origin that no clinician has signed yet, as all of this version are. */
export function origin(sourceId: SourceId, locator: string, confirmed: boolean): RuleOrigin {
  return { sourceId, locator, confirmed, reviewedBy: undefined };
}

/** The same for what the sources are said to hold but nobody looked up. */
export function unconfirmed(sourceId: SourceId, locator = "from memory"): RuleOrigin {
  return origin(sourceId, locator, false);
}
