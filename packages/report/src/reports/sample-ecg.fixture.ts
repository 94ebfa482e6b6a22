import type { PreparedHeart } from "@tributary/engine";
import { countTetrahedra, cross, type EcgSignal, INDEPENDENT_LEADS, posePoint, type Vector3 } from "@tributary/model";

/** Where each lead looks from, patient space (left, posterior, head); made by hand. */
const LEAD_AXES: readonly Vector3[] = [
  [1, 0, 0],
  [0.5, 0, -0.87],
  [-0.5, -0.87, 0],
  [-0.1, -1, 0],
  [0.25, -0.97, 0],
  [0.6, -0.8, -0.1],
  [0.9, -0.4, -0.1],
  [1, 0, -0.1],
];

/**
 * A beat that looks like one, for pictures only: each element adds a dipole along its gradient of the activation time,
 * as a Gaussian in time, and a wide opposite one 300 ms later.
 *
 * @returns 640 samples of 1 ms from 40 ms before time zero; the largest deflection is 1.6 mV
 */
export function createSampleEcg(prepared: PreparedHeart, times_ms: ArrayLike<number>, isCalibrated = true): EcgSignal {
  const sampleCount = 640;
  const dipoles = [0, 1, 2].map(() => new Float64Array(sampleCount));
  for (let element = 0; element < countTetrahedra(prepared.heart); element += 3) {
    const { gradient, time_ms } = measureElement(prepared, times_ms, element);
    if (!Number.isFinite(time_ms)) continue;
    addPulse(dipoles, gradient, [time_ms + 40, 5, 1]);
    addPulse(dipoles, gradient, [time_ms + 340, 45, -0.5]);
  }
  const leads_mV = new Float64Array(INDEPENDENT_LEADS.length * sampleCount);
  LEAD_AXES.forEach((axis, lead) => {
    for (let i = 0; i < sampleCount; i++) {
      leads_mV[lead * sampleCount + i] =
        axis[0] * dipoles[0]![i]! + axis[1] * dipoles[1]![i]! + axis[2] * dipoles[2]![i]!;
    }
  });
  const largest = leads_mV.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    samplingInterval_ms: 1,
    start_ms: -40,
    sampleCount,
    leads_mV: leads_mV.map((value) => (1.6 * value) / largest),
    isCalibrated,
  };
}

function addPulse(
  dipoles: readonly Float64Array[],
  dipole: Vector3,
  [at, width, size]: readonly [number, number, number],
) {
  const reach = Math.ceil(3 * width);
  for (let i = Math.max(0, Math.floor(at - reach)); i < Math.min(dipoles[0]!.length, at + reach); i++) {
    const part = (size / width) * Math.exp(-0.5 * ((i - at) / width) ** 2);
    for (let k = 0; k < 3; k++) dipoles[k]![i]! += part * dipole[k]!;
  }
}

/** Mean time and volume times the gradient of the time, turned into the body, of one tetrahedron. */
function measureElement(
  { heart, body, elementVolumes_mm3 }: PreparedHeart,
  times_ms: ArrayLike<number>,
  element: number,
) {
  const nodes = heart.tetrahedra.subarray(4 * element, 4 * element + 4);
  const [a, b, c, d] = Array.from(nodes, (node) => {
    const point = Array.from(heart.points_mm.subarray(3 * node, 3 * node + 3)) as unknown as Vector3;
    return posePoint(body.pose, point);
  }) as [Vector3, Vector3, Vector3, Vector3];
  const edges = [b, c, d].map((point) => point.map((value, k) => value - a[k]!));
  const [u, v, w] = edges as unknown as [Vector3, Vector3, Vector3];
  const rises = [1, 2, 3].map((corner) => times_ms[nodes[corner]!]! - times_ms[nodes[0]!]!);
  const areas = [cross(v, w), cross(w, u), cross(u, v)];
  const volume6 = u[0] * areas[0]![0] + u[1] * areas[0]![1] + u[2] * areas[0]![2];
  const gradient = [0, 1, 2].map(
    (k) => (elementVolumes_mm3[element]! * areas.reduce((sum, area, i) => sum + rises[i]! * area[k]!, 0)) / volume6,
  ) as unknown as Vector3;
  return { gradient, time_ms: Array.from(nodes).reduce((sum, node) => sum + times_ms[node]! / 4, 0) };
}
