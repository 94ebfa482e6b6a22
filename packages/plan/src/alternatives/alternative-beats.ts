/**
 * What else could be done on the same heart, as beats of the same sources: pacing without a lead in the coronary veins.
 */
import { CONDUCTION_PARAMETERS, NORMAL_ROOTS } from "@tributary/model";
import type { FieldLayout } from "../fields/solve-fields.ts";

/** A field of a layout, of the basic sources or of the further points. */
interface FieldReference {
  readonly of: "basics" | "points";
  /** Of the basics: place in the layout; of the points: place among the points. */
  readonly index: number;
}

export interface AlternativeBeat {
  readonly id: string;
  readonly name: string;
  readonly remark: string;
  /** Starts in whole ms. */
  readonly sources: readonly { readonly field: FieldReference; readonly delay_ms: number }[];
}

/** From a pulse at the left bundle to its ends: about the part of the HV interval beyond the bundle; assumed. */
const BUNDLE_DELAY_ms = 20;

export interface AlternativeOptions {
  /** Place among the points of a left-ventricular endocardial site; none without a best site. */
  readonly endocardialPoint: number | undefined;
  /** Whether an AV delay can be set so that a paced beat meets the conducted one. */
  readonly canFuse: boolean;
}

/** Beats of the alternatives. */
export function listAlternativeBeats(
  layout: FieldLayout,
  { endocardialPoint, canFuse }: AlternativeOptions,
): AlternativeBeat[] {
  const latency_ms = CONDUCTION_PARAMETERS.captureLatency_ms.value;
  const basic = (index: number, delay_ms: number) => ({ field: { of: "basics", index } as const, delay_ms });
  const [rvSite, rvIndex] = [...layout.rv][0]!;
  const roots = NORMAL_ROOTS.map((root, index) => ({ root, index: layout.roots[index]! }));
  const leftRoots = roots.filter(({ root }) => root.tv === 0);
  // With a functional line of block the conducted fields are others than those of the roots; their number still tells.
  const rightRoots = layout.conducted.length > 0 && canFuse ? roots.filter(({ root }) => root.tv === 1) : [];
  const beats: AlternativeBeat[] = [
    {
      id: "rv",
      name: `RV pacing alone (${rvSite === "existing" ? "existing lead" : rvSite})`,
      remark: "No lead in the coronary veins.",
      sources: [basic(rvIndex, latency_ms)],
    },
    {
      id: "lbbap",
      name: "Left bundle branch area pacing, bundle captured",
      remark: `The left bundle and the septum are captured together; the right ventricle is reached ${
        rightRoots.length > 0
          ? "by its own bundle, with the AV delay set to meet the conducted beat"
          : "through the septum"
      }. Success 82 % in heart failure (MELOS, Eur Heart J 2022).`,
      sources: [
        ...[...leftRoots, ...rightRoots].map(({ root, index }) =>
          basic(index, latency_ms + BUNDLE_DELAY_ms + root.delay_ms),
        ),
        basic(layout.lvSeptum, latency_ms),
      ],
    },
    {
      id: "his",
      name: "His bundle pacing, block corrected",
      remark: "As normal conduction; correction fails in many, and thresholds are higher.",
      sources: roots.map(({ root, index }) => basic(index, latency_ms + root.delay_ms)),
    },
    {
      id: "lv-septal",
      name: "Left septal pacing, muscle only",
      remark: "The lead lies under the left endocardium of the septum without capture of the bundle.",
      sources: [basic(layout.lvSeptum, latency_ms)],
    },
  ];
  if (endocardialPoint === undefined) return beats;
  const endocardial = { field: { of: "points", index: endocardialPoint } as const, delay_ms: latency_ms };
  beats.push({
    id: "endocardial",
    name: "Endocardial LV lead opposite the best site, with RV pacing",
    remark: "Lifelong anticoagulation; stroke 3.8 % at 6 months (ALSYNC, Eur Heart J 2016).",
    sources: [basic(rvIndex, latency_ms), endocardial],
  });
  return beats;
}
