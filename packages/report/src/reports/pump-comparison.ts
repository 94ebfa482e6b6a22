import type { Plan, PlanPump, PlanSite } from "@tributary/plan";
import type { ReportTable } from "../page/build-report-page.ts";
import { formatNumber } from "../svg/format-number.ts";
import {
  ATRIUM_TO_VENTRICLES,
  DPDT,
  readPumpSurface,
  STROKE_VOLUME,
  WASTED_WORK,
  WORK_DIFFERENCE,
  writePumpMeasure,
} from "./pump-words.ts";

const MEASURES = [ATRIUM_TO_VENTRICLES, DPDT, STROKE_VOLUME, WASTED_WORK, WORK_DIFFERENCE];
const HEADS = [
  "Atrium to ventricles, ms",
  "dP/dt max, mmHg/s",
  "Stroke volume, mL",
  "Wasted work, %",
  "Work, lateral − septal, mJ/mL",
];
const NUMBERS = HEADS.map((_, i) => i + 1);

/** The alternatives as pumps; the plan stands among them as it is set and at its own AV delay of the highest stroke volume. */
export function tabulateAlternativePumps(plan: Plan): ReportTable[] {
  const { mechanics, baseline, alternatives, sites } = plan;
  if (mechanics === undefined) return [];
  const [best] = sites;
  return [
    {
      caption:
        "The same ways as pumps, alternatives each at its own AV delay of the highest stroke volume among those tried",
      columns: ["Way of activating", ...HEADS],
      numberColumns: NUMBERS,
      rows: [
        writeRow(baseline.name, baseline.pump),
        ...(best ? [writeRow("As planned", best.pump), ...describeOptimum(plan, best)] : []),
        ...alternatives.map(({ name, pump }) => writeRow(name, pump)),
      ],
    },
  ];
}

/** Why the rows of that table may not all be laid beside each other. */
export const ALTERNATIVE_PUMP_NOTE =
  "An AV delay alone changes filling and stroke volume, so the alternatives compare with the plan at its highest stroke volume, not with the heart as it is now.";

function describeOptimum(plan: Plan, best: PlanSite): string[][] {
  const optimum = plan.mechanics?.avOptimum;
  const set_ms = best.settings.avDelay_ms;
  if (!plan.mechanics || !optimum || !best.pump || set_ms === undefined || set_ms === optimum.avDelay_ms) return [];
  const change = readPumpSurface(plan, best, optimum.avDelay_ms);
  if (!change) return [];
  const { baseline } = plan.mechanics;
  const pump = {
    avDelay_ms: best.pump.avDelay_ms + optimum.avDelay_ms - set_ms,
    dpdtMax_kPaPerS: baseline.dpdtMax_kPaPerS * (1 + change.pressureRise / 100),
    strokeVolume_mL: baseline.strokeVolume_mL * (1 + change.strokeVolume / 100),
    wastedWorkRatio: Number.NaN,
    workDifference_mJPerML: Number.NaN,
  };
  return [
    [
      `As planned, but with an AV delay of ${formatNumber(optimum.avDelay_ms)} ms`,
      ...MEASURES.map((words) => writePumpMeasure({ ...best.pump!, ...pump }, words)),
    ],
  ];
}

/** The sites as pumps, each at its own setting. */
export function tabulateSitePumps({ mechanics, sites }: Plan): ReportTable[] {
  if (mechanics === undefined || sites.length === 0) return [];
  return [
    {
      caption: "The sites as pumps, each as it would be set",
      columns: ["Site", ...HEADS],
      numberColumns: NUMBERS,
      // A name and its number stay on one line.
      rows: sites.map((site) => writeRow(`Site\u00a0${site.rank}`, site.pump)),
    },
  ];
}

function writeRow(name: string, pump: PlanPump | undefined): string[] {
  return [name, ...MEASURES.map((words) => writePumpMeasure(pump, words))];
}
