/** What a programmer may set: numbers on a grid, or one of a few choices. */

/** Values from `from` to `to`, both allowed, every `step`. */
export interface ValueSegment {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

interface SettingOrigin {
  /** As far as a delivered value may be from the programmed one, as printed; empty where the source gives none. */
  readonly tolerance: string;
  /** Original publication, or "assumed" for a choice of ours. */
  readonly source: string;
  /** False when values, nominal or tolerance were not confirmed in the source; shown as unconfirmed. */
  readonly confirmed: boolean;
}

/** A number that is programmed. */
export interface NumberRule extends SettingOrigin {
  readonly kind: "number";
  readonly unit: string;
  readonly segments: readonly ValueSegment[];
  readonly mayBeOff: boolean;
  readonly nominal: number | "off";
}

/** One of a few words. */
export interface ChoiceRule extends SettingOrigin {
  readonly kind: "choice";
  readonly choices: readonly string[];
  readonly nominal: string;
}

export type SettingRule = NumberRule | ChoiceRule;
export type SettingTable = Readonly<Record<string, SettingRule>>;

/** The values that a table's settings take. */
export type SettingValues<T extends SettingTable> = {
  readonly [name in keyof T]: T[name] extends { readonly kind: "choice"; readonly choices: readonly (infer C)[] }
    ? C
    : T[name] extends { readonly mayBeOff: true }
      ? number | "off"
      : number;
};

/** Grid positions are compared in units of a billionth of a step: 0.1 V steps are no binary fractions. */
const GRID_TOLERANCE = 1e-9;

export type NumberFault = "out-of-range" | "off-increment";

/** Whether a number may be programmed, and what is wrong with it where not. */
export function findNumberFault(rule: NumberRule, value: number): NumberFault | undefined {
  const inside = rule.segments.filter(({ from, to }) => value >= from - GRID_TOLERANCE && value <= to + GRID_TOLERANCE);
  const isOnGrid = inside.some(({ from, step }) => {
    const steps = (value - from) / step;
    return Math.abs(steps - Math.round(steps)) < GRID_TOLERANCE * Math.max(1, Math.abs(steps));
  });
  if (isOnGrid) return undefined;
  const values = rule.segments.flatMap(({ from, to }) => [from, to]);
  return value < Math.min(...values) || value > Math.max(...values) || Number.isNaN(value)
    ? "out-of-range"
    : "off-increment";
}

/** Every number that may be programmed, rising. */
export function listNumbers(rule: NumberRule): number[] {
  const numbers = rule.segments.flatMap(({ from, to, step }) => {
    const count = Math.round((to - from) / step) + 1;
    return Array.from({ length: count }, (_, i) => Number((from + i * step).toFixed(6)));
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The allowed values in words: "off, 0.5 to 3.2 V by 0.1, 3.5 to 7 V by 0.5". */
export function describeRule(rule: SettingRule): string {
  if (rule.kind === "choice") return rule.choices.join(", ");
  const unit = rule.unit === "1" ? "" : ` ${rule.unit}`;
  const segments = rule.segments.map(({ from, to, step }) =>
    from === to ? `${from}${unit}` : `${from} to ${to}${unit} by ${step}`,
  );
  return [...(rule.mayBeOff ? ["off"] : []), ...segments].join(", ");
}

/** The nominal values of a table. */
export function takeNominals<T extends SettingTable>(table: T): SettingValues<T> {
  return Object.fromEntries(Object.entries(table).map(([name, { nominal }]) => [name, nominal])) as SettingValues<T>;
}
