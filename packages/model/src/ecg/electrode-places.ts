import type { Vector3 } from "../numerics/vector3.ts";
import type { EcgElectrode } from "./lead-names.ts";
import { TORSO_PARAMETERS } from "./torso-parameters.ts";
import { findSkin, type TorsoShape } from "./torso-shape.ts";

/**
 * The nine electrodes on the skin, mm from the middle of the trunk at the level of the heart (LPS).
 *
 * V1 and V2 in the fourth space at the right and left border of the sternum, V4 in the fifth on the midclavicular line,
 * V3 midway between V2 and V4, V5 and V6 level with V4 on the anterior and the middle axillary line. The limbs end at the
 * trunk: R and L high on the shoulders, F low on the left hip.
 *
 * Source: AHA/ACC/HRS 2007 (from memory); the distances are those of TORSO_PARAMETERS, `assumed`.
 */
export function placeElectrodes(shape: TorsoShape): Record<EcgElectrode, Vector3> {
  const scale = shape.chestWidth_mm / TORSO_PARAMETERS.chestWidth_mm.value;
  const half_mm = 0.5 * shape.chestWidth_mm;
  const border_mm = scale * TORSO_PARAMETERS.sternalBorder_mm.value;
  const fourth_mm = TORSO_PARAMETERS.fourthSpace_mm.value;
  const fifth_mm = fourth_mm - TORSO_PARAMETERS.spaceStep_mm.value;
  const onFront = (x_mm: number, z_mm: number) => findSkin(shape, [x_mm, 0, z_mm], [0, -1, 0]);
  const v2 = onFront(border_mm, fourth_mm);
  const v4 = onFront(TORSO_PARAMETERS.midclavicularRatio.value * half_mm, fifth_mm);
  return {
    R: findSkin(shape, [0, 0, 0.5 * shape.heightAbove_mm], [-half_mm, 0, 0.35 * shape.heightAbove_mm]),
    L: findSkin(shape, [0, 0, 0.5 * shape.heightAbove_mm], [half_mm, 0, 0.35 * shape.heightAbove_mm]),
    F: findSkin(
      shape,
      [0, 0, -0.7 * shape.heightBelow_mm],
      [0.8 * half_mm, -0.3 * half_mm, -0.2 * shape.heightBelow_mm],
    ),
    V1: onFront(-border_mm, fourth_mm),
    V2: v2,
    V3: onFront(0.5 * (v2[0] + v4[0]), 0.5 * (v2[2] + v4[2])),
    V4: v4,
    V5: onFront(TORSO_PARAMETERS.anteriorAxillaryRatio.value * half_mm, fifth_mm),
    V6: findSkin(shape, [0, 0, fifth_mm], [1, 0, 0]),
  };
}
