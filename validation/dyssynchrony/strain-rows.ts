import type { PatientBeat } from "@tributary/model";
import { type BandedNumber, comparePublished, showBand, testBand } from "../band-rows.ts";
import type { ValidationRow } from "../validation-case.ts";
import { readWastedRatio } from "./mode-responses.ts";

/** The beats that signatures of dyssynchrony are read off. */
export interface SignatureBeats {
  readonly healthy: PatientBeat;
  /** Failing, narrow QRS. */
  readonly narrow: PatientBeat;
  /** Failing, with block; and both ventricles paced. */
  readonly blocked: PatientBeat;
  readonly paced: PatientBeat;
  /** With block and lateral scar. */
  readonly scarred: PatientBeat;
}

const SALDEN = "cut-off of response in 200 patients: Salden, J Am Soc Echocardiogr 2021";
const GORCSAN = "median of 442 patients: Gorcsan 2019";
const FLASH = "flash in 45 % of patients with block and in none without: Europace 2017, 104 and 40 patients";
const ECHO = "from memory: speckle tracking";
const RUSSELL = "mean ± 1 SD: Russell, J Am Soc Echocardiogr 2013 (PubMed 23893165)";
const VECERA = "responders, mean ± 1 SD: Vecera 2016";
const FIBER = "fiber strain is larger than what an echocardiogram tracks, and the septum fires as six patches";
const READ_STRAIN = ({ regional }: PatientBeat) => regional!.strain;

function banded(quantity: string, unit: string, ours: number, source: string): BandedNumber {
  return { quantity, unit, ours, source };
}

/** Flash and rebound of the septum and stretch of the lateral wall, before and after. */
export function describeStrain({ healthy, narrow, blocked, paced, scarred }: SignatureBeats): ValidationRow[] {
  const [own, both] = [READ_STRAIN(blocked), READ_STRAIN(paced)];
  const rebound = "systolic rebound stretch of the septum";
  return [
    comparePublished({ ...banded(`${rebound}, block`, "%", own.septalReboundStretch_percent, SALDEN), least: 2.4 }),
    comparePublished({
      ...banded(`${rebound}, both ventricles paced`, "%", both.septalReboundStretch_percent, SALDEN),
      most: 2.4,
    }),
    comparePublished({
      ...banded(`${rebound}, healthy`, "%", READ_STRAIN(healthy).septalReboundStretch_percent, SALDEN),
      most: 2.4,
    }),
    comparePublished(
      {
        ...banded(
          `${rebound}, failing with a narrow QRS`,
          "%",
          READ_STRAIN(narrow).septalReboundStretch_percent,
          SALDEN,
        ),
        most: 2.4,
      },
      FIBER,
    ),
    comparePublished({
      ...banded(
        "rebound stretch and lateral prestretch together, block",
        "%",
        own.septalReboundStretch_percent + own.lateralPrestretch_percent,
        GORCSAN,
      ),
      least: 3.1,
    }),
    testBand({
      ...banded(
        "septal flash, block minus narrow QRS",
        "points",
        own.septalFlash_percent - READ_STRAIN(narrow).septalFlash_percent,
        `sign: ${FLASH}`,
      ),
      least: 0,
    }),
    testBand({
      ...banded(
        "septal flash, both ventricles paced minus block",
        "points",
        both.septalFlash_percent - own.septalFlash_percent,
        `sign: ${FLASH}`,
      ),
      most: 0,
    }),
    comparePublished(
      {
        ...banded("septal flash, failing with a narrow QRS", "%", READ_STRAIN(narrow).septalFlash_percent, FLASH),
        most: 0,
      },
      `the map leaves the septum 20 ms before the free wall; ${FIBER}`,
    ),
    showBand({ ...banded("septal flash, block", "%", own.septalFlash_percent, ECHO), least: 2, most: 8 }),
    showBand({
      ...banded("prestretch of the lateral wall, block", "%", own.lateralPrestretch_percent, ECHO),
      least: 2,
      most: 8,
    }),
    testBand({
      ...banded(
        "prestretch of the lateral wall, both ventricles paced minus block",
        "points",
        both.lateralPrestretch_percent - own.lateralPrestretch_percent,
        "guard of ours: what is late is stretched",
      ),
      most: 0,
    }),
    testBand({
      ...banded(
        `${rebound}, lateral scar minus none, block`,
        "points",
        READ_STRAIN(scarred).septalReboundStretch_percent - own.septalReboundStretch_percent,
        "guard of ours: scar cannot pull the septum back",
      ),
      most: 0,
    }),
  ];
}

/** Wasted over constructive work, and how work is shared by the walls. */
export function describeWork(beats: SignatureBeats, septalPatches: readonly number[]): ValidationRow[] {
  const { healthy, narrow, blocked, paced } = beats;
  const wasted = (name: string) => `wasted over constructive work, ${name}`;
  const septal = (beat: PatientBeat) => 100 * readWastedOf(beat, septalPatches);
  const difference = ({ regional }: PatientBeat) => regional!.septalToLateralDifference_mJPerML;
  return [
    comparePublished(
      { ...banded(wasted("healthy"), "1", readWastedRatio(healthy), RUSSELL), least: 0.06, most: 0.12 },
      "the model has no noise of tracking, and its patches of one wall shorten together",
    ),
    comparePublished({
      ...banded(wasted("failing with a narrow QRS"), "1", readWastedRatio(narrow), RUSSELL),
      least: 0.12,
      most: 0.3,
    }),
    comparePublished({ ...banded(wasted("block"), "1", readWastedRatio(blocked), RUSSELL), least: 0.2, most: 0.52 }),
    comparePublished({
      ...banded(wasted("both ventricles paced"), "1", readWastedRatio(paced), RUSSELL),
      least: 0.1,
      most: 0.24,
    }),
    comparePublished({
      ...banded(
        "wasted over constructive work in percent, block, as in Vecera 2016",
        "%",
        100 * readWastedRatio(blocked),
        VECERA,
      ),
      least: 18,
      most: 60,
    }),
    comparePublished({
      ...banded("the same, both ventricles paced", "%", 100 * readWastedRatio(paced), VECERA),
      least: 10,
      most: 24,
    }),
    comparePublished({ ...banded(wasted("septum, block"), "%", septal(blocked), VECERA), least: 15, most: 219 }, FIBER),
    comparePublished(
      { ...banded(wasted("septum, both ventricles paced"), "%", septal(paced), VECERA), least: 2, most: 26 },
      FIBER,
    ),
    testBand({
      ...banded(
        wasted("septum, both ventricles paced minus block"),
        "points",
        septal(paced) - septal(blocked),
        `sign: ${VECERA}`,
      ),
      most: 0,
    }),
    testBand({
      ...banded(
        "work of the lateral wall minus the septum, both ventricles paced minus block",
        "mJ/mL",
        Math.abs(difference(paced)) - Math.abs(difference(blocked)),
        "sign: Koopsen, Europace 2024;26:euae009",
      ),
      most: 0,
    }),
  ];
}

/** Of patches of equal volume. */
function readWastedOf({ regional }: PatientBeat, patches: readonly number[]): number {
  const sum = (read: (work: NonNullable<PatientBeat["regional"]>["works"][number]) => number) =>
    patches.reduce((total, patch) => total + read(regional!.works[patch]!), 0);
  return sum((work) => work.pressureStrainWasted_kPa) / sum((work) => work.pressureStrainConstructive_kPa);
}
