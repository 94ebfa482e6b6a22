import type { Random } from "../numerics/random.ts";
import { type GrooveSpacing, sampleGrooveSpacing } from "./groove-spacing.ts";
import type { TrunkLumen } from "./lumen-law.ts";
import { sampleLogNormal, sampleTruncatedNormal } from "./sample-distribution.ts";
import type { TributaryVeinName } from "./vein-name.ts";
import { type CoronaryGroup, type PresenceSource, sampleVeinPresence } from "./vein-presence.ts";
import { TORTUOSITY, TRIBUTARY_FIGURES, TRUNK_FIGURES, VALVE_FIGURES, type VeinFigure } from "./vein-statistics.ts";

/** "obstructive": covers the mouth so that a plain catheter does not pass. */
export type ValveState = "absent" | "present" | "obstructive";

/** One tributary before it lies on a heart. */
export interface SampledTributary {
  readonly name: TributaryVeinName;
  /** Undefined: its own mouth in the right atrium. */
  readonly parent: "coronarySinus" | "greatCardiacVein" | undefined;
  /** Arc length along the trunk, from the ostium, at which it is received. */
  readonly trunkArc_mm: number;
  /** rt at the groove; slightly negative on the septal side of the posterior groove. */
  readonly grooveRt: number;
  /** rt at ab 0.3; the course is straight in (ab, rt). */
  readonly lowerRt: number;
  readonly reachAb: number;
  readonly ostiumDiameter_mm: number;
  readonly taperRate_perMm: number;
  readonly fatGapProximal_mm: number;
  readonly fatGapDistal_mm: number;
  readonly takeOffAngle_rad: number;
  readonly tortuosity: number;
  /** Estimate without a heart; the placed vein has its own. */
  readonly length_mm: number;
}

/** A venous tree in (ab, rt) and lengths; `placeVenousTree` lays it on a heart. */
export interface SampledVenousTree {
  readonly group: CoronaryGroup;
  readonly grooveArc_mm: number;
  readonly spacing: GrooveSpacing;
  readonly trunkLength_mm: number;
  /** Border between coronary sinus and great cardiac vein, from the ostium. */
  readonly obliqueVeinArc_mm: number;
  readonly trunkLumen: TrunkLumen;
  readonly thebesianValve: ValveState;
  readonly vieussensValve: ValveState;
  readonly vieussensArc_mm: number;
  /** In the order of the groove from the middle cardiac vein. */
  readonly tributaries: readonly SampledTributary[];
}

export interface VenousTreeOptions {
  readonly group: CoronaryGroup;
  /** Posterior to anterior interventricular groove along the AV groove; 60 to 250. */
  readonly grooveArc_mm: number;
  /** Groove to apex along the epicardium; 115 (a normal male heart) when not given. */
  readonly grooveToApexArc_mm?: number;
  readonly presenceSource?: PresenceSource;
}

/**
 * A venous tree drawn from the published distributions.
 *
 * Presence by group, then mouths along the groove, then size, fat, take-off angle, course and tortuosity of each vein.
 *
 * @param random   consumed; the same state gives the same tree
 * @param options  group and size of the heart
 * @returns the tree in (ab, rt) and lengths
 *
 * Accuracy: the taper rate has no spread, so lumens 50 mm on have the published mean and 1.4 times the published SD.
 * Source: each figure names its own in vein-statistics.ts; log-normal and truncated normal laws are assumed.
 */
export function sampleVenousTree(random: Random, options: VenousTreeOptions): SampledVenousTree {
  const { group, grooveArc_mm, grooveToApexArc_mm = 115, presenceSource } = options;
  const spacing = sampleGrooveSpacing(random, grooveArc_mm);
  const middleCardiacRt = sampleFigure(random, TRIBUTARY_FIGURES.middleCardiacVein.grooveRt!, -0.06, 0.06);
  const middleCardiacArc_mm = sampleFigure(random, TRUNK_FIGURES.middleCardiacArc_mm, 3, 15);
  const rtPer_mm = 2 / 3 / grooveArc_mm;
  const trunkArcAt = (rt: number) => middleCardiacArc_mm + (rt - middleCardiacRt) / rtPer_mm;
  const trunkLength_mm = trunkArcAt(2 / 3);
  const obliqueVeinArc_mm = sampleFigure(random, TRUNK_FIGURES.obliqueVeinArc_mm, 20, 0.6 * trunkLength_mm);
  const hasOwnOstium = random.uniform() < VALVE_FIGURES.middleCardiacSeparateOstium.probability;

  const mouths = placeMouths(random, sampleVeinPresence(random, group, presenceSource), {
    middleCardiacRt,
    spacing,
    rtPer_mm,
  });
  const tributaries = mouths.map(({ name, grooveRt }): SampledTributary => {
    const trunkArc_mm = trunkArcAt(grooveRt);
    const received = trunkArc_mm < obliqueVeinArc_mm ? "coronarySinus" : "greatCardiacVein";
    const parent = name === "middleCardiacVein" && hasOwnOstium ? undefined : received;
    return { name, parent, trunkArc_mm, grooveRt, ...sampleVeinBody(random, name, grooveRt, grooveToApexArc_mm) };
  });
  const thebesianValve = sampleThebesianValve(random);
  const vieussensValve = sampleVieussensValve(random);
  const trunkLumen = sampleTrunkLumen(random, { length_mm: trunkLength_mm, obliqueVeinArc_mm }, tributaries);
  const vieussensArc_mm = obliqueVeinArc_mm - TRUNK_FIGURES.vieussensBeforeObliqueVein_mm.mean;
  return {
    group,
    grooveArc_mm,
    spacing,
    trunkLength_mm,
    obliqueVeinArc_mm,
    trunkLumen,
    thebesianValve,
    vieussensValve,
    vieussensArc_mm,
    tributaries,
  };
}

/** Two mouths nearer than this are one vein, and the small one is left out; assumed. */
const LEAST_MOUTH_DISTANCE_mm = 5;

interface Mouth {
  readonly name: TributaryVeinName;
  readonly grooveRt: number;
}

interface GroovePlaces {
  readonly middleCardiacRt: number;
  readonly spacing: GrooveSpacing;
  readonly rtPer_mm: number;
}

/** Mouths in the order of the groove; the veins whose presence is published keep theirs, a small vein gives way. */
function placeMouths(random: Random, names: readonly TributaryVeinName[], places: GroovePlaces): Mouth[] {
  const mouths = names.map((name) => ({ name, grooveRt: sampleGrooveRt(random, name, places) }));
  const least_rt = LEAST_MOUTH_DISTANCE_mm * places.rtPer_mm;
  return mouths
    .filter((mouth) => {
      if (mouth.name !== "posterolateralVein" && mouth.name !== "anterolateralVein") return true;
      return mouths.every((other) => other === mouth || Math.abs(other.grooveRt - mouth.grooveRt) >= least_rt);
    })
    .sort((a, b) => a.grooveRt - b.grooveRt);
}

function sampleGrooveRt(random: Random, name: TributaryVeinName, places: GroovePlaces): number {
  const { middleCardiacRt, spacing, rtPer_mm } = places;
  if (name === "middleCardiacVein") return middleCardiacRt;
  const posterior_mm = spacing.middleCardiacToPosterior_mm;
  if (name === "posteriorVein") return posterior_mm * rtPer_mm;
  if (name === "leftMarginalVein") return (posterior_mm + spacing.posteriorToLeftMarginal_mm) * rtPer_mm;
  return sampleFigure(random, TRIBUTARY_FIGURES[name].grooveRt!, 0.15, 2 / 3);
}

function sampleVeinBody(random: Random, name: TributaryVeinName, grooveRt: number, grooveToApexArc_mm: number) {
  const figures = TRIBUTARY_FIGURES[name];
  const reachAb = sampleFigure(random, figures.reachAb, 0.02, 0.5);
  const tortuosity = Math.min(
    TORTUOSITY.most,
    TORTUOSITY.least - TORTUOSITY.meanExcess * Math.log(1 - random.uniform()),
  );
  const fat = random.normal();
  return {
    lowerRt: grooveRt + sampleFigure(random, figures.lowerShift_rt, -0.2, 0.2),
    reachAb,
    ostiumDiameter_mm: sampleLogNormal(random, figures.ostiumDiameter_mm.mean, figures.ostiumDiameter_mm.sd),
    taperRate_perMm: figures.taperRate_perMm.mean,
    fatGapProximal_mm: logNormalAt(fat, figures.fatGapProximal_mm),
    fatGapDistal_mm: logNormalAt(fat, figures.fatGapDistal_mm),
    takeOffAngle_rad: sampleFigure(random, figures.takeOffAngle_rad, 0.2, Math.PI - 0.2),
    tortuosity,
    length_mm: (1 - reachAb) * grooveToApexArc_mm * tortuosity,
  };
}

/** A fat heart is fat along the whole vein: both depths are drawn with one normal score. */
function logNormalAt(score: number, figure: VeinFigure): number {
  const logVariance = Math.log(1 + (figure.sd / figure.mean) ** 2);
  return figure.mean * Math.exp(Math.sqrt(logVariance) * score - logVariance / 2);
}

function sampleFigure(random: Random, figure: VeinFigure, low: number, high: number): number {
  return figure.sd === 0 ? figure.mean : sampleTruncatedNormal(random, figure, low, high);
}

function sampleThebesianValve(random: Random): ValveState {
  const draw = random.uniform();
  const present = VALVE_FIGURES.thebesianPresent.probability;
  if (draw >= present) return "absent";
  return draw < present * VALVE_FIGURES.thebesianObstructiveOfPresent.probability ? "obstructive" : "present";
}

function sampleVieussensValve(random: Random): ValveState {
  const draw = random.uniform();
  if (draw >= VALVE_FIGURES.vieussensPresent.probability) return "absent";
  return draw < VALVE_FIGURES.vieussensObstructive.probability ? "obstructive" : "present";
}

function sampleTrunkLumen(
  random: Random,
  trunk: { readonly length_mm: number; readonly obliqueVeinArc_mm: number },
  tributaries: readonly SampledTributary[],
): TrunkLumen {
  const { length_mm, obliqueVeinArc_mm } = trunk;
  const figures = TRUNK_FIGURES;
  const ostium_mm = sampleLogNormal(random, figures.ostiumDiameter_mm.mean, figures.ostiumDiameter_mm.sd);
  const wide = ostium_mm / figures.ostiumDiameter_mm.mean;
  const received = tributaries.filter(({ parent }) => parent !== undefined);
  const anterior = received.find(({ name }) => name === "anteriorInterventricularVein")!;
  return {
    knotArc_mm: [0, obliqueVeinArc_mm, (obliqueVeinArc_mm + length_mm) / 2, length_mm],
    knotDiameter_mm: [
      ostium_mm,
      figures.diameterAtObliqueVein_mm.mean * wide,
      figures.diameterMidGreatCardiac_mm.mean * wide,
      anterior.ostiumDiameter_mm,
    ],
    mouths: received.map((vein) => ({ arc_mm: vein.trunkArc_mm, diameter_mm: vein.ostiumDiameter_mm })),
  };
}
