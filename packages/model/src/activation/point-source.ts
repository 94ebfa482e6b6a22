import type { EikonalOperator } from "./eikonal-operator.ts";
import type { SourceSeeds } from "./eikonal-seeds.ts";
import {
  listElementsNear,
  listNodesNear,
  locateInMuscle,
  type MuscleLocation,
  measureBoxDistance_mm,
  type Point_mm,
} from "./muscle-location.ts";
import { measureStraightPath_ms, prepareStraightPaths } from "./straight-path.ts";

export interface PointSourceOptions {
  /** When the muscle at the source is activated, ms; default 0. */
  readonly startTime_ms?: number;
  /** Radius of the ball in which exact times are set, mm; default 3. */
  readonly ballRadius_mm?: number;
}

/** A point that activates the muscle around it. */
export interface PointSource extends SourceSeeds {
  readonly kind: "placed";
  readonly startTime_ms: number;
  /** Where on the muscle it acts; `distance_mm` says how far from the asked position. */
  readonly location: MuscleLocation;
}

export type PointSourceResult =
  | PointSource
  /** No element of the mesh conducts, so nothing can be activated from anywhere. */
  | { readonly kind: "noConductingMuscle" };

/**
 * Seeds of a point source: exact times in a ball around it, where the eikonal solution is a cone that linear elements
 * cannot follow. Without the ball a point source adds an error of order h log(1/h).
 *
 * Each node within `ballRadius_mm` whose straight path from the source stays in conducting muscle gets the time along that
 * path, element by element; the corners of the element that holds the source always do. The path is one of all paths,
 * so no seed is earlier than the solution, and the solver lowers those that a detour reaches sooner.
 *
 * @param site  a position in space, or a node; outside the muscle the nearest muscle is taken and the distance told
 * @throws never
 *
 * Accuracy: exact where D is constant over the ball. Cost: ball nodes x ball elements.
 */
export function createPointSource(
  operator: EikonalOperator,
  site: Point_mm | number,
  options: PointSourceOptions = {},
): PointSourceResult {
  const { startTime_ms = 0, ballRadius_mm = 3 } = options;
  const location = locateInMuscle(operator, typeof site === "number" ? pointOfNode(operator, site) : site);
  if (!location) return { kind: "noConductingMuscle" };
  const center_mm = location.position_mm;
  const corners = operator.mesh.tetrahedra.subarray(4 * location.element, 4 * location.element + 4);
  const candidates = new Set([...corners, ...listNodesNear(operator, center_mm, ballRadius_mm)]);
  const paths = prepareStraightPaths(operator, center_mm, listElementsInBall(operator, center_mm, ballRadius_mm));
  const nodes: number[] = [];
  const times_ms: number[] = [];
  for (const node of candidates) {
    const time_ms = measureStraightPath_ms(paths, pointOfNode(operator, node));
    if (time_ms === Infinity) continue;
    nodes.push(node);
    times_ms.push(startTime_ms + time_ms);
  }
  return { kind: "placed", startTime_ms, location, nodes, times_ms };
}

/** All conducting elements that a path of at most the radius, or one to a corner of the middle's element, can cross. */
function listElementsInBall(operator: EikonalOperator, center_mm: Point_mm, radius_mm: number): number[] {
  const longest_mm = Math.max(radius_mm, operator.longestEdge_mm);
  return listElementsNear(operator, center_mm, longest_mm + operator.longestEdge_mm).filter(
    (element) => measureBoxDistance_mm(operator, element, center_mm) <= longest_mm,
  );
}

function pointOfNode(operator: EikonalOperator, node: number): Point_mm {
  const { points_mm } = operator.mesh;
  return [points_mm[3 * node]!, points_mm[3 * node + 1]!, points_mm[3 * node + 2]!];
}
