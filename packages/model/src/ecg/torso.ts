import { TributaryError } from "../errors/tributary-error.ts";
import { createIcosphere } from "../mesh/icosphere.ts";
import type { TriangleSurface } from "../mesh/mesh.ts";
import { addScaled, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { placeElectrodes } from "./electrode-places.ts";
import { ECG_ELECTRODES, type EcgElectrode } from "./lead-names.ts";
import { TORSO_PARAMETERS } from "./torso-parameters.ts";
import { evaluateTorso, findSkin, type TorsoShape } from "./torso-shape.ts";

export interface TorsoOptions {
  /** Center of the LV endocardium in patient space, mm; default 0, 0, 0. */
  readonly heartCenter_mm?: Vector3;
  /** 3 · count, patient space: what must lie inside with the chest wall in front of it; default nothing. */
  readonly heartPoints_mm?: Float64Array;
  /** Body height, mm, 1400 to 2100, and weight, kg, 35 to 200; default those of TORSO_PARAMETERS. */
  readonly bodyHeight_mm?: number;
  readonly bodyWeight_kg?: number;
  /** Nodes: 10 · 4^levels + 2; default 3 (642). */
  readonly levels?: number;
}

/** The surface of a trunk around a heart, with the electrodes of a 12-lead ECG; patient space (LPS), mm. */
export interface Torso {
  /** Closed, normals outward. */
  readonly surface: TriangleSurface;
  readonly electrodes_mm: Readonly<Record<EcgElectrode, Vector3>>;
  /** The middle of the trunk at the level of the heart. */
  readonly center_mm: Vector3;
  /** How far the heart was moved back from its usual place so that the chest wall fits in front of it; 0 or more. */
  readonly movedBack_mm: number;
}

/**
 * A parametric trunk around a heart.
 *
 * The skin is seen from the center of the left ventricle: an icosphere about it is pushed outward to the trunk, so that
 * triangles are small where the heart is near (about 15 mm at the sternum) and large where it is far.
 * Height scales lengths along the body; the area of the sections follows weight over height.
 *
 * @throws TributaryError "body-size-range", "heart-outside-torso"
 */
export function createTorso(options: TorsoOptions = {}): Torso {
  const { heartCenter_mm = [0, 0, 0], heartPoints_mm = new Float64Array(0), levels = 3 } = options;
  const shape = scaleShape(options);
  const usual: Vector3 = [TORSO_PARAMETERS.heartLeft_mm.value, -TORSO_PARAMETERS.heartForward_mm.value, 0];
  const movedBack_mm = measureMoveBack(shape, heartPoints_mm, subtract(usual, heartCenter_mm));
  const heartInTorso_mm: Vector3 = [usual[0], usual[1] + movedBack_mm, usual[2]];
  const center_mm = subtract(heartCenter_mm, heartInTorso_mm);
  checkInside(shape, heartPoints_mm, center_mm);
  const { points_mm: directions, triangles } = createIcosphere(1, levels);
  const points_mm = new Float64Array(directions.length);
  for (let node = 0; node < points_mm.length / 3; node++) {
    const skin_mm = findSkin(shape, heartInTorso_mm, pointAt(directions, node));
    points_mm.set(addScaled(skin_mm, center_mm, 1), 3 * node);
  }
  const places = placeElectrodes(shape);
  const electrodes_mm = Object.fromEntries(
    ECG_ELECTRODES.map((name) => [name, addScaled(places[name], center_mm, 1)]),
  ) as Record<EcgElectrode, Vector3>;
  return { surface: { points_mm, triangles }, electrodes_mm, center_mm, movedBack_mm };
}

function scaleShape(options: TorsoOptions): TorsoShape {
  const { referenceHeight_mm, referenceWeight_kg } = TORSO_PARAMETERS;
  const { bodyHeight_mm = referenceHeight_mm.value, bodyWeight_kg = referenceWeight_kg.value } = options;
  checkSize("bodyHeight_mm", bodyHeight_mm, [1400, 2100]);
  checkSize("bodyWeight_kg", bodyWeight_kg, [35, 200]);
  const along = bodyHeight_mm / referenceHeight_mm.value;
  const across = Math.sqrt(bodyWeight_kg / referenceWeight_kg.value / along);
  return {
    chestWidth_mm: across * TORSO_PARAMETERS.chestWidth_mm.value,
    chestDepth_mm: across * TORSO_PARAMETERS.chestDepth_mm.value,
    heightAbove_mm: along * TORSO_PARAMETERS.heightAbove_mm.value,
    heightBelow_mm: along * TORSO_PARAMETERS.heightBelow_mm.value,
  };
}

/** @param toTorso_mm  from patient space to the frame of the trunk, with the heart at its usual place */
function measureMoveBack(shape: TorsoShape, points_mm: Float64Array, toTorso_mm: Vector3): number {
  let move_mm = 0;
  for (let node = 0; node < points_mm.length / 3; node++) {
    const [x, y, z] = addScaled(pointAt(points_mm, node), toTorso_mm, 1);
    // Only what is still in front of the chest wall's inner side can ask for more.
    if (evaluateTorso(shape, [x, y + move_mm - TORSO_PARAMETERS.chestWall_mm.value, z]) < 0) continue;
    if (y > 0 || evaluateTorso(shape, [x, 0, z]) >= 0) continue;
    const skin_mm = findSkin(shape, [x, 0, z], [0, -1, 0])[1];
    move_mm = Math.max(move_mm, skin_mm + TORSO_PARAMETERS.chestWall_mm.value - y);
  }
  return move_mm;
}

function checkInside(shape: TorsoShape, points_mm: Float64Array, center_mm: Vector3): void {
  for (let node = 0; node < points_mm.length / 3; node++) {
    if (evaluateTorso(shape, subtract(pointAt(points_mm, node), center_mm)) < 0) continue;
    throw new TributaryError({
      code: "heart-outside-torso",
      what: "The heart does not fit into the body.",
      where: `node ${node} of the heart`,
      why: `it lies outside a chest ${shape.chestWidth_mm.toFixed(0)} mm wide and ${shape.chestDepth_mm.toFixed(0)} mm deep`,
      fix: "Check the unit of the heart, how it lies in the body, and the patient's height and weight.",
    });
  }
}

function checkSize(name: string, value: number, [low, high]: readonly [number, number]): void {
  if (value >= low && value <= high) return;
  throw new TributaryError({
    code: "body-size-range",
    what: "A body of this size cannot be built.",
    where: name,
    why: `${value}; the allowed range is ${low} to ${high}`,
    fix: "Give the height in mm and the weight in kg.",
  });
}
