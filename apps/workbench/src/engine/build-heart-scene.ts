import type { PreparedHeart } from "@tributary/engine";
import { pathToVein, placeInVein, posePoint, type Vector3, type VenousTree } from "@tributary/model";
import type { ExplorablePlan, ExploredBeat, PlanExplorer } from "@tributary/plan";
import { poseSurface, poseTree } from "@tributary/report";
import type { HeartScene, PacedScene } from "../heart/heart-scene.ts";

/** Draws scenes of one heart: its surface once, and each way of pacing it. */
export interface SceneBuilder {
  readonly heart: HeartScene;
  paced(beat: ExploredBeat): PacedScene;
}

export function createSceneBuilder({ plan, scene }: ExplorablePlan, { options }: PlanExplorer): SceneBuilder {
  const { prepared, veins, before } = scene;
  const { pose } = prepared.body;
  const surface = poseSurface(prepared);
  const { nodes, triangles } = keepUsedNodes(surface.triangles, surface.points_mm.length / 3);
  const readTimes = ({ times_ms, measures }: typeof before.map) =>
    Float32Array.from(nodes, (node) => times_ms[node]! - measures.earliest_ms);
  const posed = poseTree(prepared, veins);
  return {
    heart: {
      points_mm: gather(surface.points_mm, nodes),
      triangles,
      before_ms: readTimes(before.map),
      veins: posed.map((branch) => ({
        name: branch.name,
        parent: branch.parent,
        junctionArc_mm: branch.junctionArc_mm,
        arc_mm: Float32Array.from(branch.arc_mm),
        points_mm: Float32Array.from(branch.points_mm),
        radius_mm: Float32Array.from(branch.diameter_mm, (diameter_mm) => diameter_mm / 2),
        tips: (options.depths_mm.get(branch.name) ?? []).map((depth_mm) => ({
          depth_mm,
          point_mm: placeInVein(branch, depth_mm).point_mm,
        })),
      })),
      segments: listSegmentCenters(prepared),
      sites: plan.sites.map(({ id, rank, position_mm }) => ({ id, rank, point_mm: posePoint(pose, position_mm) })),
    },
    paced: ({ setting, electrodes, cathode, activated }) => ({
      times_ms: readTimes(activated.map),
      electrodes: electrodes.map((electrode) => ({
        name: electrode.name,
        point_mm: posePoint(pose, electrode.position_mm),
        isCathode: electrode.name === cathode.name,
      })),
      course_mm: layCourse({ ...veins.tree, branches: posed }, setting.vein, setting.tipDepth_mm),
    }),
  };
}

/** The nodes that triangles use, rising, and the triangles renumbered. */
function keepUsedNodes(triangles: Uint32Array, nodeCount: number) {
  const place = new Int32Array(nodeCount).fill(-1);
  for (const node of triangles) place[node] = 0;
  const nodes: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (place[node] === 0) place[node] = nodes.push(node) - 1;
  return { nodes, triangles: triangles.map((node) => place[node]!) };
}

function gather(points_mm: Float64Array, nodes: readonly number[]): Float32Array {
  const kept_mm = new Float32Array(3 * nodes.length);
  for (const [index, node] of nodes.entries()) kept_mm.set(points_mm.subarray(3 * node, 3 * node + 3), 3 * index);
  return kept_mm;
}

/** AHA segments, one-based. */
const SEGMENT_COUNT = 17;

/** By segment: the mean of its elements' centers, by volume. */
function listSegmentCenters({ heart, body, segment, elementVolumes_mm3 }: PreparedHeart): HeartScene["segments"] {
  const sums = Array.from({ length: SEGMENT_COUNT + 1 }, () => [0, 0, 0, 0] as [number, number, number, number]);
  for (let element = 0; element < segment.length; element++) {
    const sum = sums[segment[element]!]!;
    const volume_mm3 = elementVolumes_mm3[element]!;
    for (const node of heart.tetrahedra.subarray(4 * element, 4 * element + 4)) {
      for (let axis = 0; axis < 3; axis++) sum[axis]! += (volume_mm3 / 4) * heart.points_mm[3 * node + axis]!;
    }
    sum[3] += volume_mm3;
  }
  return sums.flatMap(([x, y, z, volume_mm3], own) =>
    own === 0 || volume_mm3 === 0
      ? []
      : [{ segment: own, point_mm: posePoint(body.pose, [x / volume_mm3, y / volume_mm3, z / volume_mm3]) }],
  );
}

/** Points of the course lie this far apart. */
const COURSE_STEP_mm = 2;

/** The way of the lead from the mouth of the veins to a depth of one of them. */
function layCourse(tree: VenousTree, vein: string, tipDepth_mm: number): Float32Array {
  const points: Vector3[] = [];
  for (const { branch, until_mm } of pathToVein(tree, vein)) {
    const end_mm = branch.name === vein ? tipDepth_mm : until_mm;
    for (let arc_mm = 0; arc_mm < end_mm; arc_mm += COURSE_STEP_mm) points.push(placeInVein(branch, arc_mm).point_mm);
    points.push(placeInVein(branch, end_mm).point_mm);
  }
  return Float32Array.from(points.flat());
}
