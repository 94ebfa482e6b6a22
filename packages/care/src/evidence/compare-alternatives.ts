import type { Figure } from "../figures/figure.ts";
import {
  ALTERNATIVE_CELLS,
  type AlternativeCell,
  type AlternativeOption,
  OPTIONS,
  OUTCOMES,
  type OutcomeId,
} from "./alternatives.ts";

export interface MatrixRow {
  readonly outcome: OutcomeId;
  /** One for each option, in their order; undefined prints "not reported". */
  readonly cells: readonly (AlternativeCell | undefined)[];
  /** The options whose cells may be set side by side; all others print their own horizon, and the row says so. */
  readonly comparable: readonly AlternativeOption["id"][];
  readonly isComparable: boolean;
}

export interface AlternativeMatrix {
  readonly options: readonly AlternativeOption[];
  readonly rows: readonly MatrixRow[];
}

/** Horizons that differ by no more than this are set side by side. */
const HORIZON_TOLERANCE = 0.2;

/**
 * All alternatives by all outcomes. No horizon is converted: that would need a published survival curve.
 *
 * Cells are comparable if they count the same, in the same population, over horizons that differ by at most a fifth.
 */
export function compareAlternatives(cells: readonly AlternativeCell[] = ALTERNATIVE_CELLS): AlternativeMatrix {
  const rows = OUTCOMES.map((outcome) => {
    const ofOutcome = OPTIONS.map(({ id }) => cells.find((cell) => cell.outcome === outcome && cell.option === id));
    const comparable = findComparable(ofOutcome.filter((cell) => cell !== undefined));
    const reported = ofOutcome.filter((cell) => cell !== undefined).length;
    return {
      outcome,
      cells: ofOutcome,
      comparable,
      isComparable: comparable.length > 1 && comparable.length === reported,
    };
  });
  return { options: OPTIONS, rows };
}

/** The largest group of cells that agree with one of them; a cell by itself is comparable with nothing. */
function findComparable(cells: readonly AlternativeCell[]): AlternativeOption["id"][] {
  const groups = cells.map((reference) => cells.filter((other) => areComparable(reference, other)));
  const largest = groups.reduce<readonly AlternativeCell[]>(
    (best, group) => (group.length > best.length ? group : best),
    [],
  );
  return largest.length > 1 ? largest.map(({ option }) => option) : [];
}

/** Whether two cells may stand side by side. */
export function areComparable(a: AlternativeCell, b: AlternativeCell): boolean {
  return a.population === b.population && a.measure === b.measure && haveSameHorizon(a.figure, b.figure);
}

function haveSameHorizon({ horizon: a }: Figure, { horizon: b }: Figure): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  if (a.kind === "inHospital" || b.kind === "inHospital") return true;
  return Math.abs(a.months - b.months) <= HORIZON_TOLERANCE * Math.min(a.months, b.months);
}
