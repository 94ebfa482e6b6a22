import type { PreparedHeart } from "@tributary/engine";
import {
  type CirculationMeasures,
  type FitSetting,
  MUSCLE_DENSITY_GPerML,
  measureLeftCavityVolume_mL,
  millilitersFromCubicMillimeters,
  WALL,
} from "@tributary/model";
import type { CirculationFindings } from "../plan-input.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";

/** What a circulation is fitted to. */
export interface CirculationTask {
  readonly measures: CirculationMeasures;
  readonly setting: FitSetting;
}

/**
 * The measures that a circulation is fitted to: those of the case; volume and mass of the mesh where the case gives none.
 * An ejection fraction that was not measured is assumed, and `listMechanicalRemarks` says so.
 *
 * @returns undefined where neither the case nor the mesh has a volume of the left ventricle
 */
export function collectMeasures(
  prepared: PreparedHeart,
  { endDiastolicVolume_mL, ejectionFraction, ...others }: CirculationFindings,
): CirculationMeasures | undefined {
  const volume_mL = endDiastolicVolume_mL ?? measureLeftCavityVolume_mL(prepared.heart);
  if (volume_mL === undefined) return undefined;
  return {
    ...dropMissing(others),
    endDiastolicVolume_mL: volume_mL,
    ejectionFraction: ejectionFraction ?? PLAN_PARAMETERS.assumedEjectionFraction.value,
    wallMass_g: measureLeftMass_g(prepared),
  };
}

/** Mass of the muscle of left free wall and septum. */
function measureLeftMass_g({ elementVolumes_mm3, wall }: PreparedHeart): number {
  const volume_mm3 = elementVolumes_mm3.reduce(
    (sum, volume, element) => (wall[element] === WALL.rvFree ? sum : sum + volume),
    0,
  );
  return MUSCLE_DENSITY_GPerML * millilitersFromCubicMillimeters(volume_mm3);
}

/** Without the properties that are undefined: what was not measured is not there. */
function dropMissing<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}
