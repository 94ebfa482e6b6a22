import { createEcgModel } from "@tributary/engine";
import { estimateCaptureThreshold, measureMuscleDistance, simulateEcg } from "@tributary/model";
import type { CaseRun } from "../run-case.ts";

/** One thing that passes one arrow of the architecture picture. */
export interface TraceRow {
  readonly arrow: string;
  readonly what: string;
  readonly count: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
}

/** What passed each arrow while a case was computed. */
export function traceRun(run: CaseRun): TraceRow[] {
  const { prepared, veins, lead, study } = run;
  const { heart, coordinates, fiber, segment, tissue, elementVolumes_mm3 } = prepared;
  const branches = veins.tree.branches;
  const electrodes = lead?.outcome.kind === "placed" ? lead.outcome.electrodes : [];
  return [
    describe("case > mesh", "nodes, LPS", heart.points_mm, "mm", heart.points_mm.length / 3),
    describe("case > mesh", "tetrahedra", elementVolumes_mm3, "mm3 each"),
    describe("mesh > anatomy", "surface labels (1 base .. 4 RV endo)", heart.boundaryLabels, "label"),
    describe("anatomy > conduction", "ab", coordinates.ab, "1"),
    describe("anatomy > conduction", "tm", coordinates.tm, "1"),
    describe("anatomy > conduction", "sine of 2 pi rt", coordinates.rtSin, "1"),
    describe("anatomy > conduction", "tv", coordinates.tv, "1"),
    describe("anatomy > conduction", "fiber components", fiber, "1", fiber.length / 3),
    describe("anatomy > conduction", "AHA segments (0 RV free wall)", segment, "segment"),
    describe("anatomy > conduction", "tissue (0 healthy, 1 border, 2 scar)", tissue, "label"),
    describe("anatomy > veins", "AV groove arc", [veins.grooveArc_mm], "mm"),
    ...branches.map((branch) => describe("veins > lead", `${branch.name}, lumen`, branch.diameter_mm, "mm")),
    describe(
      "lead > activation",
      "electrodes, gap to epicardium",
      electrodes.map(({ gap_mm }) => gap_mm),
      "mm",
    ),
    ...study.fields.map(({ sourceId, times_ms }) =>
      describe("activation > fields", `field of ${sourceId}`, times_ms.filter(Number.isFinite), "ms"),
    ),
    ...study.maps.map(({ name, times_ms }) => describe("fields > maps", name, times_ms.filter(Number.isFinite), "ms")),
    ...traceEcg(run),
    describe(
      "lead > capture",
      "expected thresholds at 0.5 ms",
      electrodes.map((electrode) =>
        estimateCaptureThreshold({ ...measureMuscleDistance(electrode), pulseWidth_ms: 0.5 }),
      ),
      "V",
    ),
  ];
}

function traceEcg({ prepared, study }: CaseRun): TraceRow[] {
  const { weights, apd_ms } = createEcgModel(prepared);
  return [
    describe("anatomy > ecg", "weights of the leads", weights, "mV per mV", weights.length / 8),
    describe("anatomy > ecg", "action potential durations", apd_ms, "ms"),
    ...study.maps.map(({ name, times_ms }) =>
      describe(
        "maps > ecg",
        `${name}, all leads, not calibrated`,
        simulateEcg(weights, times_ms, apd_ms).leads_mV,
        "mV",
      ),
    ),
  ];
}

function describe(
  arrow: string,
  what: string,
  values: ArrayLike<number>,
  unit: string,
  count = values.length,
): TraceRow {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return { arrow, what, count: String(count), low: formatValue(low), high: formatValue(high), unit };
}

function formatValue(value: number): string {
  if (!Number.isFinite(value)) return "none";
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
