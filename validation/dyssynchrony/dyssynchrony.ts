import type { ValidationCase } from "../validation-case.ts";
import { describeBlock, describeNarrow } from "./block-rows.ts";
import { sweepAlone, sweepVv } from "./delay-curves.ts";
import { describeAvCurve, describeVvCurve } from "./delay-rows.ts";
import { plotDelays, plotLoops, plotStrains } from "./dyssynchrony-figures.ts";
import { respondByMode } from "./mode-responses.ts";
import { type PacedPatient, preparePatient } from "./paced-patient.ts";
import { describeModes } from "./response-rows.ts";
import { describeStrain, describeWork } from "./strain-rows.ts";

const LATERAL_LABELS = ["5", "6", "11", "12", "16"];

/** Block and its pacing in the four reference patients. */
export function runDyssynchrony(): ValidationCase {
  const [healthy, narrow] = [preparePatient("healthy"), preparePatient("heart-failure")];
  const blocked = studyBlocked(preparePatient("heart-failure-lbbb"));
  const scarred = studyBlocked(preparePatient("ischemic-lbbb"));
  const { curves, vv, modes, paced: failing } = blocked;
  const septum = listPatches(failing, ({ wall }) => wall === "septum");
  const lateral = listPatches(failing, ({ wall, label }) => wall === "lvFree" && LATERAL_LABELS.includes(label));
  const beats = {
    healthy: healthy.baseline,
    narrow: narrow.baseline,
    blocked: failing.baseline,
    paced: modes.biventricular.response.beat,
    scarred: scarred.paced.baseline,
  };
  const beforeAndAfter = [
    ["now", beats.blocked],
    ["both paced", beats.paced],
  ] as const;
  const avLabel = "AV delay from right atrial activation, ms";
  const avCurves = [
    ["both, paced alone", curves.alone],
    ["both, fused", curves.fused],
    ["left, fused", modes.curves.left],
    ["right, fused", modes.curves.right],
  ] as const;
  return {
    id: "dyssynchrony",
    title: "Left bundle branch block and pacing in four reference patients",
    claims:
      "Block lowers dP/dt max and stroke volume at once; pacing both ventricles or the left one raises them, the right one alone does not; there is one best AV delay, below the PR interval; the left ventricle a little first is best; septal rebound and wasted work fall; a narrow QRS gains nothing; the own map set back takes the gain away.",
    notShown:
      "Any single patient: maps and volumes are design values. The circulation and its muscle are one model, so that agreement among measures is not independent evidence. Strains are along fibers and larger than those of an echocardiogram. Remodeling over months is not modeled. Bands from memory are shown and not tested.",
    rows: [
      ...[healthy, narrow].flatMap((patient) => [...describeBlock(patient), ...describeNarrow(patient)]),
      ...[blocked, scarred].flatMap((study) => [
        ...describeModes(study.paced, study.modes),
        ...describeAvCurve(study.paced, study.curves),
        ...describeVvCurve(study.paced, study.vv),
      ]),
      ...describeStrain(beats),
      ...describeWork(beats, septum),
    ],
    figures: [
      plotDelays("AV delay and stroke volume: failing, block", avLabel, "strokeVolume_percent", avCurves),
      plotDelays("AV delay and dP/dt max: failing, block", avLabel, "dpdtMax_percent", avCurves),
      plotDelays(
        "VV delay and dP/dt max, both ventricles paced",
        "VV delay, left first positive, ms",
        "dpdtMax_percent",
        [
          ["failing, block", vv],
          ["with lateral scar", scarred.vv],
        ],
      ),
      plotStrains(beforeAndAfter, [
        ["septum", septum],
        ["lateral", lateral],
      ]),
      plotLoops([...beforeAndAfter, ["right paced", modes.right.response.beat]]),
    ],
  };
}

/** Everything that pacing of one patient with block is shown by. */
function studyBlocked(paced: PacedPatient) {
  const modes = respondByMode(paced);
  return {
    paced,
    modes,
    curves: { fused: modes.curves.biventricular, alone: sweepAlone(paced, "biventricular") },
    vv: sweepVv(paced, modes.biventricular.delay_ms),
  };
}

type Patch = PacedPatient["patient"]["patches"][number];

function listPatches({ patient }: PacedPatient, isMeant: (patch: Patch) => boolean): number[] {
  return patient.patches.flatMap((patch, index) => (isMeant(patch) ? [index] : []));
}
