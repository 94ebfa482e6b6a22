import type { HeartGeometry } from "./heart-geometry.ts";

export type HeartPresetId = (typeof PRESET_ROWS)[number][0];

export interface HeartPreset {
  readonly id: HeartPresetId;
  readonly name: string;
  readonly sex: "female" | "male";
  readonly geometry: HeartGeometry;
  /** Where the measures come from, for the list of assumptions. */
  readonly source: string;
}

/**
 * Design values, `assumed`: chosen so that the two normal hearts have the mean LV volume and mass of healthy adults
 * (Petersen et al., J Cardiovasc Magn Reson 2017;19:18; absolute values from memory, unconfirmed) and the dilated ones
 * those of resynchronization trials (from memory, unconfirmed).
 *
 * Columns: id, name, sex, LV diameter, LV length, wall, apical wall (all mm), RV over LV volume.
 * The volume ratio is 0.8 to 1.1 in normal and 0.5 to 0.9 in dilated hearts (from memory, unconfirmed).
 */
const PRESET_ROWS = [
  ["normal-male", "Normal, male", "male", 54, 96, 6.3, 4.5, 0.95],
  ["normal-female", "Normal, female", "female", 49, 87, 5.3, 4.0, 0.95],
  ["lbbb-small-lv-female", "LBBB with a small left ventricle, female", "female", 54, 86, 6.5, 4.5, 0.85],
  ["dcm-lbbb-female", "Dilated cardiomyopathy with LBBB, female", "female", 60, 90, 7.0, 4.5, 0.7],
  ["dcm-lbbb-male", "Dilated cardiomyopathy with LBBB, male", "male", 67, 98, 7.5, 5.0, 0.7],
  ["dcm-lbbb-male-severe", "Severely dilated cardiomyopathy with LBBB, male", "male", 76, 106, 8.0, 5.0, 0.7],
  ["icm-female", "Ischemic cardiomyopathy, female", "female", 57, 92, 6.8, 4.2, 0.7],
  ["icm-male", "Ischemic cardiomyopathy, male", "male", 63, 102, 7.5, 4.5, 0.7],
] as const;

/** RV free wall, mm: 2 to 5 in adults (from memory, unconfirmed). */
const RV_WALL_mm = 3.0;
/** The RV apex ends at 0.15 to 0.25 of the LV's height; `assumed`. */
const RV_APEX_FRACTION = 0.2;
/** The interventricular grooves lie 60 degrees on either side of the mid-septum: the border of segments 1|2 and 3|4. */
const RV_INSERTION_rad = Math.PI / 3;

export const HEART_PRESETS: readonly HeartPreset[] = PRESET_ROWS.map(
  ([id, name, sex, lvDiameter_mm, lvLength_mm, lvWall_mm, lvApicalWall_mm, rvToLvVolumeRatio]) => ({
    id,
    name,
    sex,
    source: "design values, assumed",
    geometry: {
      lvDiameter_mm,
      lvLength_mm,
      lvWall_mm,
      lvApicalWall_mm,
      rvWall_mm: RV_WALL_mm,
      rvToLvVolumeRatio,
      rvApexFraction: RV_APEX_FRACTION,
      rvInsertion_rad: RV_INSERTION_rad,
    },
  }),
);

export function findHeartPreset(id: string): HeartPreset | undefined {
  return HEART_PRESETS.find((preset) => preset.id === id);
}
