import { TributaryError } from "../errors/tributary-error.ts";
import type { ActivatedHeart } from "./activated-heart.ts";
import { HEART_WALL } from "./circulation-layout.ts";
import type { VentricularPatch, VentricularWallName } from "./circulation-parameters.ts";
import { collectElementTimes, DENSE_SCAR, measurePatch, type PatchElements, splitByTime } from "./patch-elements.ts";
import { type PatchScheme, schemeAha } from "./patch-scheme.ts";

export interface PatchOptions {
  /** By default AHA segments: 12 in the free wall, 6 in the septum. */
  readonly scheme?: PatchScheme;
  /** Standard deviation of activation times above which a patch is divided into an early and a late half. */
  readonly mostSpread_ms?: number;
}

/** Patches, and how far apart their muscle is activated. */
export interface ActivationPatches {
  readonly patches: readonly VentricularPatch[];
  /** By patch: standard deviation of activation times, weighted by volume. */
  readonly spread_ms: readonly number[];
  /** By patch: its elements in the mesh. */
  readonly elements: readonly (readonly number[])[];
}

/** A patch contracts as one; muscle within it should not be activated further apart than this; assumed. */
const MOST_SPREAD_ms = 15;
const WALL_NAMES: readonly VentricularWallName[] = ["lvFree", "septum", "rvFree"];

/**
 * Divides the ventricles into patches that contract as one, by an activation map.
 *
 * A patch is activated at the mean time of its muscle, weighted by volume through the whole wall; its share of the wall
 * is its share of the wall's volume, so that patches add up to the wall. Every element goes to the wall it is labeled
 * with: the apex is divided between septum and free wall, and where a segment's number and the wall disagree, the wall
 * decides. A patch whose times spread more than 15 ms is divided by time.
 *
 * @returns patches sorted by wall, times as in the map
 * @throws TributaryError activation-map-size, activation-unreached, activation-wall-missing
 *
 * Source: Walmsley et al., PLoS Comput Biol 2015;11:e1004284 (segments of one activation time); the rule for dividing
 * is assumed.
 */
export function patchesFromActivation(
  heart: ActivatedHeart,
  { mostSpread_ms = MOST_SPREAD_ms, scheme = schemeAha }: PatchOptions = {},
): ActivationPatches {
  checkSizes(heart);
  const elementTimes_ms = collectElementTimes(heart);
  const groups = groupElements(heart, scheme);
  const found: PatchElements[] = [];
  for (const [key, elements] of groups) {
    const [wall, label] = key.split("|") as [string, string];
    const patch = { wall: Number(wall), label, elements };
    found.push(...splitByTime(patch, { elementTimes_ms, heart, mostSpread_ms }));
  }
  found.sort((a, b) => a.wall - b.wall);
  checkWalls(found);
  return describePatches(found);
}

/**
 * The patches of one map under another map of the same heart: same muscle, other times. Responses to pacing are compared
 * on the patches of the own activation; where the spread under a paced map is wide, a finer scheme is needed.
 *
 * @throws TributaryError activation-map-size, activation-unreached
 */
export function retimePatches({ elements, patches }: ActivationPatches, heart: ActivatedHeart): ActivationPatches {
  checkSizes(heart);
  const elementTimes_ms = collectElementTimes(heart);
  const groups = patches.map(({ label, wall }, i) => ({
    label,
    wall: WALL_NAMES.indexOf(wall),
    elements: elements[i]!,
  }));
  return describePatches(groups.map((group) => measurePatch(group, elementTimes_ms, heart)));
}

function describePatches(found: readonly PatchElements[]): ActivationPatches {
  const wallVolumes = WALL_NAMES.map((_, wall) =>
    found.reduce((sum, patch) => (patch.wall === wall ? sum + patch.volume_mm3 : sum), 0),
  );
  return {
    patches: found.map((patch) => ({
      wall: WALL_NAMES[patch.wall]!,
      label: patch.label,
      wallShare: patch.volume_mm3 / wallVolumes[patch.wall]!,
      activation_ms: requireTime(patch, found),
      scarFraction: patch.scarFraction,
    })),
    spread_ms: found.map(({ spread_ms }) => spread_ms),
    elements: found.map(({ elements }) => elements),
  };
}

function groupElements({ segment, wall }: ActivatedHeart, scheme: PatchScheme): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let element = 0; element < wall.length; element++) {
    const label = wall[element] === HEART_WALL.rvFree ? "RV" : scheme(segment[element]!, wall[element]!, element);
    const key = `${wall[element]}|${label}`;
    const members = groups.get(key);
    if (members) members.push(element);
    else groups.set(key, [element]);
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })));
}

/** Dense scar carries no active stress: when it would be activated does not matter, and its wall's mean is taken. */
function requireTime(patch: PatchElements, all: readonly PatchElements[]): number {
  if (Number.isFinite(patch.time_ms)) return patch.time_ms;
  const reached = all.filter(({ time_ms, wall }) => wall === patch.wall && Number.isFinite(time_ms));
  if (patch.scarFraction >= DENSE_SCAR && reached.length > 0) {
    return reached.reduce((sum, { time_ms }) => sum + time_ms, 0) / reached.length;
  }
  throw new TributaryError({
    code: "activation-unreached",
    what: "A part of the heart is never activated.",
    where: `patch ${patch.label}`,
    why: `no front reaches it, and ${Math.round(100 * patch.scarFraction)} % of it is scar; only dense scar (95 % or more) may stay unreached`,
    fix: "Check scar and lines of block around it, or add a source of activation.",
  });
}

function checkWalls(patches: readonly PatchElements[]): void {
  for (const [wall, name] of WALL_NAMES.entries()) {
    if (patches.some((patch) => patch.wall === wall)) continue;
    throw new TributaryError({
      code: "activation-wall-missing",
      what: "A wall of the ventricles has no muscle in this mesh.",
      where: `wall ${name}`,
      why: "0 elements; left free wall, septum and right free wall are all needed",
      fix: "Give a heart with both ventricles.",
    });
  }
}

function checkSizes({ scarFraction, segment, tetrahedra, volumes_mm3, wall }: ActivatedHeart): void {
  const count = tetrahedra.length / 4;
  const sizes = [segment.length, wall.length, volumes_mm3.length, scarFraction?.length ?? count];
  if (sizes.every((size) => size === count)) return;
  throw new TributaryError({
    code: "activation-map-size",
    what: "Segments, walls, volumes or scar are of another mesh than the activation.",
    where: "segment, wall, volumes_mm3, scarFraction",
    why: `${sizes.join(", ")} values; the mesh has ${count} elements`,
    fix: "Take all of them from one mesh.",
  });
}
