import { interpolateAtLocation, measureTransseptalDelay_ms, type PlacedElectrode } from "@tributary/model";
import { type ActivationMap, buildActivationMap, needsJointSolve, solveMapJointly } from "./activation-map.ts";
import { type CaseSources, createCaseSources } from "./activation-sources.ts";
import type { ConductionSpecification } from "./conduction-specification.ts";
import { listFirstConfigurations } from "./configurations.ts";
import { buildElectricalHeart, type ElectricalHeart } from "./electrical-heart.ts";
import type { ActivationField, FieldSolver, RunOptions } from "./field-solver.ts";
import type { PreparedHeart } from "./prepare-heart.ts";

/** All fields of a case and the maps a reader asks for first. */
export interface ActivationStudy {
  readonly fields: readonly ActivationField[];
  readonly maps: readonly ActivationMap[];
  /** From the first intrinsic activation to the electrode, ms; empty without a conducted beat or a lead. */
  readonly qLv: readonly { readonly electrode: string; readonly qLv_ms: number }[];
  /** Where each paced source acts on the muscle, by source id. */
  readonly sites: CaseSources["sites"];
  /** Of the intrinsic map, ms; undefined without one. */
  readonly transseptalDelay_ms: number | undefined;
  /** What a reader must know beside the numbers. */
  readonly remarks: readonly string[];
}

/** How a study is run. */
export interface StudyRun extends RunOptions {
  readonly solver: FieldSolver;
}

/**
 * Solves every source of a case once and combines the maps; where the combination is only an approximation, the map is
 * solved jointly and carries the correction.
 */
export async function studyActivation(
  prepared: PreparedHeart,
  conduction: ConductionSpecification,
  electrodes: readonly PlacedElectrode[],
  run: StudyRun,
): Promise<ActivationStudy> {
  const electrical = buildElectricalHeart(prepared, conduction);
  const sources = createCaseSources(prepared, electrical, conduction, electrodes);
  const fields = await solveFields(prepared, electrical, sources, run);
  const intrinsic = sources.intrinsic ? fields[0] : undefined;
  const maps: ActivationMap[] = [];
  for (const configuration of listFirstConfigurations(conduction, intrinsic !== undefined, electrodes)) {
    const map = buildActivationMap(prepared, fields, configuration);
    maps.push(
      needsJointSolve(electrical, configuration)
        ? await solveMapJointly(prepared, electrical, map, { ...run, sources: listSources(sources) })
        : map,
    );
  }
  return {
    fields,
    maps,
    qLv: intrinsic ? measureQLv(prepared, intrinsic, sources, electrodes) : [],
    sites: sources.sites,
    transseptalDelay_ms: intrinsic && measureTransseptalDelay_ms(intrinsic.times_ms, prepared.heart),
    remarks: listRemarks(conduction, maps),
  };
}

/** The intrinsic field first where there is one, then the paced ones. */
async function solveFields(
  prepared: PreparedHeart,
  electrical: ElectricalHeart,
  sources: CaseSources,
  run: StudyRun,
): Promise<readonly ActivationField[]> {
  const total = listSources(sources).length;
  const intrinsicDomain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.intrinsicTensor_mm2PerMs2 };
  const pacedDomain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.pacedTensor_mm2PerMs2 };
  const intrinsic = sources.intrinsic
    ? await run.solver.solve(intrinsicDomain, [sources.intrinsic], run.signal ? { signal: run.signal } : {})
    : [];
  run.onProgress?.(intrinsic.length, total);
  const paced = await run.solver.solve(pacedDomain, sources.paced, {
    ...run,
    onProgress: (done) => run.onProgress?.(intrinsic.length + done, total),
  });
  return [...intrinsic, ...paced];
}

function listSources({ intrinsic, paced }: CaseSources) {
  return intrinsic ? [intrinsic, ...paced] : paced;
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

function listRemarks({ atrioventricular, pattern }: ConductionSpecification, maps: readonly ActivationMap[]): string[] {
  const remarks: string[] = [];
  if (atrioventricular.kind === "block") remarks.push("AV block: there is no intrinsic field.");
  if (pattern === "rvPaced") remarks.push("RV-paced heart: there is no intrinsic field.");
  if (atrioventricular.kind === "atrialFibrillation") {
    remarks.push(
      "Atrial fibrillation: there is no AV delay to choose, and no fusion with the conducted beat is given.",
    );
  }
  if (atrioventricular.kind === "conducted" && atrioventricular.prInterval_ms === undefined) {
    remarks.push("The PR interval is missing: no fusion of paced and conducted fronts is given.");
  }
  const corrected = maps.filter(({ jointCorrection }) => jointCorrection !== undefined);
  if (corrected.length > 0) {
    const changes = corrected.map(
      ({ name, jointCorrection }) => `${name} ${jointCorrection!.totalChange_ms.toFixed(1)} ms`,
    );
    remarks.push(
      `A functional line of block acts in the intrinsic beat only, so combining its field with paced ones is an approximation; these maps were solved jointly without the line. Change of total activation time: ${changes.join(", ")}.`,
    );
  }
  return remarks;
}
