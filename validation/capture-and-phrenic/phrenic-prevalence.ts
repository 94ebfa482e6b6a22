import {
  estimatePhrenicThreshold,
  LV_ELECTRODES,
  listVectors,
  pointAt,
  subtract,
  type VeinBranch,
} from "@tributary/model";
import { type Member, PULSE_WIDTH_ms, type Site } from "./sample-sites.ts";

/** A vector of a site: cathode and, on the lead, anode. */
export type Poles = readonly [cathode: number, anode: number | undefined];

function listPoles(electrodeCount: 2 | 4): Poles[] {
  return listVectors({ electrodeCount }, { rvLead: "coil", can: false }).map(({ cathode, anode }) => {
    const index = LV_ELECTRODES.indexOf(anode as (typeof LV_ELECTRODES)[number]);
    return [LV_ELECTRODES.indexOf(cathode), index < 0 ? undefined : index];
  });
}

/** Within the lead and against the right-ventricular lead: of all four electrodes, and of the two most distal ones. */
export const ALL_VECTORS = listPoles(4);
export const BIPOLAR_VECTORS = listPoles(2);

/** Phrenic threshold of one vector of a site. */
export function phrenicOf({ member, electrodes }: Site, [cathode, anode]: Poles): number {
  const other = anode === undefined ? undefined : electrodes[anode];
  const vector = { cathode: electrodes[cathode]!, ...(other && { anode: other }) };
  return estimatePhrenicThreshold(vector, member.nerve, PULSE_WIDTH_ms, member.phrenic);
}

/** The lowest threshold of the nerve over the four cathodes, each against the right-ventricular lead. */
export function lowestPhrenicOf(site: Site): number {
  return Math.min(...site.electrodes.map((_, cathode) => phrenicOf(site, [cathode, undefined])));
}

/** The electrode with the lowest threshold: what a site is judged by. */
export function bestElectrode({ thresholds_V }: Site): number {
  return thresholds_V.indexOf(Math.min(...thresholds_V));
}

/** Whether some vector captures at 2.5 V or less and leaves the nerve alone at 5 V. */
export function hasFreeVector(site: Site, vectors: readonly Poles[]): boolean {
  return vectors.some((poles) => site.thresholds_V[poles[0]]! <= 2.5 && phrenicOf(site, poles) > 5);
}

/** Share of members with a vein whose nerve crosses it: passes within a distance of it, seen from outside. */
export function shareCrossed(members: readonly Member[], vein: string, within_mm: number): number {
  const withVein = members.flatMap(({ tree, nerve }) => {
    const branch = tree.branches.find(({ name }) => name === vein);
    return branch ? [{ branch, nerve }] : [];
  });
  const crossed = withVein.filter(({ branch, nerve }) => passesWithin(branch, nerve, within_mm));
  return crossed.length / withVein.length;
}

function passesWithin({ points_mm }: VeinBranch, nerve: Member["nerve"], within_mm: number): boolean {
  for (let i = 0; i < nerve.points_mm.length / 3; i++) {
    const at = pointAt(nerve.points_mm, i);
    const [nx, ny, nz] = pointAt(nerve.normals, i);
    for (let k = 0; k < points_mm.length / 3; k++) {
      const [x, y, z] = subtract(pointAt(points_mm, k), at);
      const height_mm = x * nx + y * ny + z * nz;
      // A place of the vein far above or below the nerve lies elsewhere on the heart.
      if (Math.abs(height_mm) > 15) continue;
      if (x * x + y * y + z * z - height_mm * height_mm < within_mm * within_mm) return true;
    }
  }
  return false;
}
