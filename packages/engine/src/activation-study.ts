import {
  type ActivationMeasures,
  ahaSegment,
  CONDUCTION_PARAMETERS,
  combineFields,
  interpolateAtLocation,
  measureActivation,
  measureSegmentTimes,
  measureTransseptalDelay_ms,
  type PlacedElectrode,
  rotationalOfNode,
} from "@tributary/model";
import { type CaseSources, createCaseSources, INTRINSIC_SOURCE, RV_SOURCE } from "./activation-sources.ts";
import type { ConductionSpecification } from "./conduction-specification.ts";
import { buildElectricalHeart } from "./electrical-heart.ts";
import type { ActivationField, FieldSolver, RunOptions } from "./field-solver.ts";
import type { PreparedHeart } from "./prepare-heart.ts";

/** One way of activating the heart: sources with delays, and the map that results. */
export interface ActivationMap {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly { readonly id: string; readonly delay_ms: number }[];
  /** nodeCount, ms; the first source starts at its own delay. */
  readonly times_ms: Float64Array;
  readonly measures: ActivationMeasures;
  /** Mean time by AHA segment number, ms; index 0 the free wall of the right ventricle. */
  readonly segmentTimes_ms: Float64Array;
  /** The segment of the node of the LV activated last; 0 when that node lies in the right ventricle. */
  readonly latestLvSegment: number;
}

/** All fields of a case and the maps a reader asks for first. */
export interface ActivationStudy {
  readonly fields: readonly ActivationField[];
  readonly maps: readonly ActivationMap[];
  /** From the first intrinsic activation to the electrode, ms; empty without a conducted beat or a lead. */
  readonly qLv: readonly { readonly electrode: string; readonly qLv_ms: number }[];
  /** Of the intrinsic map, ms; undefined without one. */
  readonly transseptalDelay_ms: number | undefined;
  /** What a reader must know beside the numbers. */
  readonly remarks: readonly string[];
}

/**
 * Solves every source of a case and combines the maps: the intrinsic beat, each lead alone, and both ventricles paced
 * together from each left-ventricular electrode.
 *
 * Paced sources start after the capture latency; the intrinsic beat at the first of its roots.
 */
export async function studyActivation(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  electrodes: readonly PlacedElectrode[],
  solver: FieldSolver,
  options: RunOptions = {},
): Promise<ActivationStudy> {
  const electrical = buildElectricalHeart(prepared, conduction);
  const sources = createCaseSources(prepared, electrical, conduction, electrodes);
  const total = sources.paced.length + (sources.intrinsic ? 1 : 0);
  const intrinsicDomain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.intrinsicTensor };
  const pacedDomain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.pacedTensor };
  const intrinsicFields = await solver.solve(intrinsicDomain, sources.intrinsic ? [sources.intrinsic] : [], options);
  options.onProgress?.(intrinsicFields.length, total);
  const pacedFields = await solver.solve(pacedDomain, sources.paced, {
    ...options,
    onProgress: (done) => options.onProgress?.(intrinsicFields.length + done, total),
  });
  const fields = [...intrinsicFields, ...pacedFields];
  const intrinsic = intrinsicFields[0];
  return {
    fields,
    maps: listConfigurations(fields, electrodes).map((configuration) => buildMap(prepared, fields, configuration)),
    qLv: intrinsic ? measureQLv(prepared, intrinsic, sources, electrodes) : [],
    transseptalDelay_ms: intrinsic && measureTransseptalDelay_ms(intrinsic.times_ms, prepared.heart),
    remarks: listRemarks(conduction, electrical.hasFunctionalBlock),
  };
}

interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly sources: ActivationMap["sources"];
}

function listConfigurations(
  fields: readonly ActivationField[],
  electrodes: readonly PlacedElectrode[],
): readonly Configuration[] {
  const delay_ms = CONDUCTION_PARAMETERS.captureLatency_ms.value;
  const rv = { id: RV_SOURCE, delay_ms };
  const configurations: Configuration[] = [];
  if (fields.some((field) => field.sourceId === INTRINSIC_SOURCE)) {
    configurations.push({ id: "intrinsic", name: "Intrinsic", sources: [{ id: INTRINSIC_SOURCE, delay_ms: 0 }] });
  }
  configurations.push({ id: "rv", name: "RV pacing", sources: [rv] });
  for (const { name } of electrodes) {
    const lv = { id: name, delay_ms };
    configurations.push({ id: `lv-${name}`, name: `LV pacing, ${name}`, sources: [lv] });
    configurations.push({ id: `biv-${name}`, name: `RV + ${name} together`, sources: [rv, lv] });
  }
  return configurations;
}

function buildMap(
  prepared: PreparedHeart,
  fields: readonly ActivationField[],
  configuration: Configuration,
): ActivationMap {
  const { heart, coordinates, nodeVolumes_mm3, segment, elementVolumes_mm3 } = prepared;
  const used = configuration.sources.map(({ id }) => fields.find((field) => field.sourceId === id)!.times_ms);
  const delays_ms = configuration.sources.map(({ delay_ms }) => delay_ms);
  const times_ms = new Float64Array(nodeVolumes_mm3.length);
  const sources = new Uint16Array(times_ms.length);
  combineFields(times_ms, sources, used, delays_ms);
  const measures = measureActivation({
    times_ms,
    nodeVolumes_mm3,
    ventricles: coordinates.tv,
    sources,
    sourceCount: used.length,
  });
  return {
    ...configuration,
    times_ms,
    measures,
    segmentTimes_ms: measureSegmentTimes(times_ms, heart, segment, elementVolumes_mm3),
    latestLvSegment: findLatestLvSegment(prepared, times_ms),
  };
}

function findLatestLvSegment({ coordinates }: PreparedHeart, times_ms: Float64Array): number {
  let latest = -1;
  for (let node = 0; node < times_ms.length; node++) {
    if (coordinates.tv[node] !== 0 || times_ms[node] === Infinity) continue;
    if (latest < 0 || times_ms[node]! > times_ms[latest]!) latest = node;
  }
  return latest < 0 ? 0 : ahaSegment(coordinates.ab[latest]!, rotationalOfNode(coordinates, latest));
}

function measureQLv(
  prepared: PreparedHeart,
  intrinsic: ActivationField,
  { sites }: CaseSources,
  electrodes: readonly PlacedElectrode[],
): ActivationStudy["qLv"] {
  return electrodes.map(({ name }) => ({
    electrode: name,
    qLv_ms: interpolateAtLocation(prepared.heart, intrinsic.times_ms, sites.get(name)!),
  }));
}

function listRemarks(conduction: ConductionSpecification, hasFunctionalBlock: boolean): string[] {
  const remarks: string[] = [];
  if (conduction.atrioventricular.kind === "block") remarks.push("AV block: there is no intrinsic field.");
  if (conduction.pattern === "rvPaced") remarks.push("RV-paced heart: there is no intrinsic field.");
  if (conduction.atrioventricular.kind === "atrialFibrillation") {
    remarks.push("Atrial fibrillation: there is no AV delay to choose.");
  }
  if (conduction.atrioventricular.kind === "conducted" && conduction.atrioventricular.prInterval_ms === undefined) {
    remarks.push("The PR interval is missing: no fusion of paced and conducted fronts is given.");
  }
  if (hasFunctionalBlock) {
    remarks.push(
      "A functional line of block acts in the intrinsic field only: combining that field with paced ones is an approximation.",
    );
  }
  return remarks;
}
