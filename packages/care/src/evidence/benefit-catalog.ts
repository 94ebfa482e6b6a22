/** Trials of resynchronization: both arms, the effect with its interval, the time it was observed over. */
import type { Figure, Horizon } from "../figures/figure.ts";
import type { SourceId } from "../figures/source-catalog.ts";

export interface TrialEffect {
  readonly id: string;
  readonly trial: string;
  readonly sourceId: SourceId;
  /** In this program's own words. */
  readonly population: string;
  readonly comparison: string;
  readonly outcome: string;
  /** Percent with the outcome, of those with and without resynchronization; undefined where not reported. */
  readonly withCrt: Figure | undefined;
  readonly without: Figure | undefined;
  /** Hazard, odds or risk ratio, as its locator says. */
  readonly ratio: Figure | undefined;
  /** Whether this was the trial's main outcome, and whether that was met. */
  readonly primary: "met" | "missed" | undefined;
}

interface Arms {
  readonly withCrt: number;
  readonly without: number;
  readonly n: readonly [number, number] | undefined;
}

interface Row {
  readonly id: string;
  readonly trial: string;
  readonly sourceId: SourceId;
  readonly population: string;
  readonly comparison: string;
  readonly outcome: string;
  readonly horizon: Horizon;
  readonly arms?: Arms;
  readonly ratio?: readonly [value: number, low?: number, high?: number];
  readonly n: number;
  readonly primary?: "met" | "missed";
  readonly confirmed?: boolean;
}

const months = (value: number): Horizon => ({ kind: "average", months: value });

const RAFT = {
  trial: "RAFT",
  sourceId: "raft",
  population: "NYHA II to III, LVEF up to 30 %, QRS from 120 ms (paced from 200 ms)",
  comparison: "CRT-D against defibrillator",
  horizon: months(40),
  n: 1798,
} as const;
const MADIT = {
  trial: "MADIT-CRT",
  sourceId: "madit",
  population: "NYHA I to II, LVEF up to 30 %, QRS from 130 ms",
  comparison: "CRT-D against defibrillator",
  horizon: months(29),
  n: 1820,
} as const;
const CARE = {
  trial: "CARE-HF",
  sourceId: "careHf",
  population: "NYHA III to IV, LVEF up to 35 %, QRS from 150 ms, or from 120 ms with dyssynchrony",
  comparison: "CRT-P against medical therapy",
  horizon: months(29),
  n: 813,
} as const;

const ROWS: readonly Row[] = [
  {
    ...CARE,
    id: "careHf.primary",
    outcome: "death or admission for heart or vessels",
    arms: { withCrt: 39, without: 55, n: [409, 404] },
    ratio: [0.63, 0.51, 0.77],
    primary: "met",
  },
  {
    ...CARE,
    id: "careHf.death",
    outcome: "death",
    arms: { withCrt: 20, without: 30, n: [409, 404] },
    ratio: [0.64, 0.48, 0.85],
  },
  {
    ...CARE,
    id: "careHfExtension.death",
    sourceId: "careHfExtension",
    horizon: months(37),
    outcome: "death",
    arms: { withCrt: 24.7, without: 38.1, n: [409, 404] },
    ratio: [0.6, 0.47, 0.77],
  },
  {
    ...RAFT,
    id: "raft.primary",
    outcome: "death or admission for heart failure",
    arms: { withCrt: 33.2, without: 40.3, n: [894, 904] },
    ratio: [0.75, 0.64, 0.87],
    primary: "met",
  },
  {
    ...RAFT,
    id: "raft.death",
    outcome: "death",
    arms: { withCrt: 20.8, without: 26.1, n: [894, 904] },
    ratio: [0.75, 0.62, 0.91],
  },
  {
    ...RAFT,
    id: "raft.admission",
    outcome: "admission for heart failure",
    arms: { withCrt: 19.5, without: 26.1, n: [894, 904] },
    ratio: [0.68, 0.56, 0.83],
  },
  {
    ...MADIT,
    id: "madit.primary",
    outcome: "death or heart failure event",
    arms: { withCrt: 17.2, without: 25.3, n: [1089, 731] },
    ratio: [0.66, 0.52, 0.84],
    primary: "met",
  },
  { ...MADIT, id: "madit.death", outcome: "death", ratio: [1, 0.69, 1.44] },
  { ...MADIT, id: "madit.hfEvent", outcome: "heart failure event", ratio: [0.59, 0.47, 0.74] },
  {
    id: "reverse.primary",
    trial: "REVERSE",
    sourceId: "reverse",
    population: "NYHA I to II, LVEF up to 40 %, QRS from 120 ms",
    comparison: "CRT on against off",
    outcome: "worsened by the clinical composite",
    horizon: { kind: "at", months: 12 },
    arms: { withCrt: 16, without: 21, n: [419, 191] },
    n: 610,
    primary: "missed",
  },
  {
    id: "companion.death",
    trial: "COMPANION",
    sourceId: "companion",
    population: "NYHA III to IV, LVEF up to 35 %, QRS from 120 ms",
    comparison: "CRT-D against medical therapy",
    outcome: "death",
    horizon: { kind: "at", months: 12 },
    arms: { withCrt: 12.1, without: 18.9, n: undefined },
    n: 1520,
  },
  {
    id: "blockHf.primary",
    trial: "BLOCK HF",
    sourceId: "blockHf",
    population: "AV block, LVEF up to 50 %, NYHA I to III",
    comparison: "biventricular against right-ventricular pacing",
    outcome: "death, urgent care for heart failure, or larger ventricle",
    horizon: months(37),
    ratio: [0.74, 0.6, 0.9],
    n: 691,
    primary: "met",
    confirmed: false,
  },
  {
    id: "budapest.primary",
    trial: "BUDAPEST-CRT Upgrade",
    sourceId: "budapestUpgrade",
    population: "LVEF up to 35 %, right-ventricular pacing from 20 %",
    comparison: "upgrade to CRT-D against defibrillator",
    outcome: "death, admission for heart failure, or no shrinking of the ventricle",
    horizon: { kind: "at", months: 12 },
    arms: { withCrt: 32.4, without: 78.9, n: [215, 145] },
    ratio: [0.11, 0.06, 0.19],
    n: 360,
    primary: "met",
    confirmed: false,
  },
];

export const TRIAL_EFFECTS: readonly TrialEffect[] = ROWS.map((row) => {
  const base = { horizon: row.horizon, sourceId: row.sourceId, confirmed: row.confirmed ?? true };
  const arm = (value: number, n: number | undefined, locator: string): Figure => ({
    ...base,
    value,
    unit: "%",
    locator: `${row.outcome}, ${locator}`,
    ...(n !== undefined && { n }),
  });
  const { arms, ratio } = row;
  return {
    id: row.id,
    trial: row.trial,
    sourceId: row.sourceId,
    population: row.population,
    comparison: row.comparison,
    outcome: row.outcome,
    withCrt: arms && arm(arms.withCrt, arms.n?.[0], "with resynchronization"),
    without: arms && arm(arms.without, arms.n?.[1], "without"),
    ratio: ratio && {
      ...base,
      value: ratio[0],
      unit: "1",
      n: row.n,
      locator: `${row.outcome}, ${row.id.startsWith("budapest") ? "odds" : "hazard"} ratio`,
      ...(ratio[1] !== undefined && { low: ratio[1] }),
      ...(ratio[2] !== undefined && { high: ratio[2] }),
    },
    primary: row.primary,
  };
});

/** When a benefit shows, from beats to years; shown as words with their source. */
export const BENEFIT_COURSE: readonly { readonly id: string; readonly text: string; readonly sourceId: SourceId }[] = [
  { id: "pressure", text: "pump force and pulse pressure: within beats", sourceId: "practice" },
  { id: "symptoms", text: "walking and quality of life: one to three months", sourceId: "practice" },
  {
    id: "volume",
    text: "size of the ventricle: mostly by six months, at its best after two years",
    sourceId: "reverseFive",
  },
  { id: "survival", text: "survival curves part after six to twenty-four months", sourceId: "raft" },
];
