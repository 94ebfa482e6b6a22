import { millimetersOfMercuryFromKilopascals } from "@tributary/model";
import { type Plan, type PlanMechanics, type PlanPump, tellQuantity } from "@tributary/plan";

/** What of a plan the pump is told from. */
type PumpPlan = Pick<Plan, "mechanics" | "sites" | "response">;

/** What the plan does to the pump, how far that may be read, and what it was fitted to; empty without a circulation. */
export function describePump({ mechanics, sites, response }: PumpPlan): string[] {
  if (mechanics === undefined) return [];
  const { baseline, best } = mechanics;
  const move = (read: (pump: PlanPump) => number, decimals: number): string =>
    `${read(baseline).toFixed(decimals)} → ${read(best).toFixed(decimals)}`;
  const gain = (name: string, read: (pump: PlanPump) => number, decimals: number, unit: string): string =>
    `${name} ${move(read, decimals)} ${unit} (${writeChange(read(baseline), read(best))})`;
  return [
    [
      gain("dP/dt max", readDpdt_mmHgPerS, 0, "mmHg/s"),
      gain("stroke volume", readStroke_mL, 1, "mL"),
      `${gain("stroke work", (pump) => pump.strokeWork_mJ, 0, "mJ")}.`,
    ].join(", "),
    `Systolic pressure ${move(readSystolic_mmHg, 0)} mmHg, filling time ${move((pump) => pump.fillingTime_ms, 0)} ms, mitral regurgitation ${move((pump) => pump.regurgitation_mL, 1)} mL.`,
    `Wasted over constructive work ${move((pump) => 100 * pump.wastedWorkRatio, 0)} %, fiber work of the lateral wall minus that of the septum ${move((pump) => pump.workDifference_mJPerML, 1)} mJ/mL.`,
    ...describeAvOptimum(mechanics, sites[0]?.settings.avDelay_ms, response?.avDelays_ms[0]),
    describeFit(mechanics),
    "The acute effect in a model with resistance and blood volume unchanged; not a prediction of outcome or response.",
  ];
}

/** Changes against the heart as it is now, for a row of a table: dP/dt max and stroke volume. */
export function describePumpGain({ mechanics }: PumpPlan, pump: PlanPump | undefined): [dpdt: string, stroke: string] {
  if (!mechanics || !pump) return ["none", "none"];
  const gain = (read: (pump: PlanPump) => number): string => writeChange(read(mechanics.baseline), read(pump));
  return [gain(readDpdt_mmHgPerS), gain(readStroke_mL)];
}

function readDpdt_mmHgPerS({ dpdtMax_kPaPerS }: PlanPump): number {
  return millimetersOfMercuryFromKilopascals(dpdtMax_kPaPerS);
}

function readStroke_mL({ strokeVolume_mL }: PlanPump): number {
  return strokeVolume_mL;
}

function readSystolic_mmHg({ systolicPressure_kPa }: PlanPump): number {
  return millimetersOfMercuryFromKilopascals(systolicPressure_kPa);
}

/** "+15 %". */
function writeChange(from: number, to: number): string {
  const change = (100 * (to / from - 1)).toFixed(0).replace(/^-0$/, "0");
  return `${Number(change) > 0 ? "+" : ""}${change} %`;
}

function describeAvOptimum(
  { avOptimum }: PlanMechanics,
  chosen_ms: number | undefined,
  shortest_ms: number | undefined,
): string[] {
  if (!avOptimum || chosen_ms === undefined) return [];
  const { avDelay_ms, low_ms, high_ms } = avOptimum;
  const end = avDelay_ms === shortest_ms ? ", the shortest tried" : "";
  return [
    `Stroke volume is the highest at an AV delay of ${avDelay_ms} ms${end}, and within 1 % of that from ${low_ms} to ${high_ms} ms; the plan sets ${chosen_ms} ms.`,
  ];
}

function describeFit({ isFitted, assumptions, atBound, settingCount }: PlanMechanics): string {
  const fit = isFitted
    ? "The circulation gives all values it was fitted to within 1 %"
    : "The circulation does not give all values it was fitted to within 1 %";
  const bound = atBound.length === 0 ? "" : `; at a bound: ${atBound.join(", ")}`;
  const assumed = assumptions.map(({ quantity, value, source }) => `${tellQuantity(quantity, value).name} (${source})`);
  return `${fit}${bound}. Not measured: ${assumed.join(", ") || "nothing"}. ${settingCount} settings were simulated.`;
}
