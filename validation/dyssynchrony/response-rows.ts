import { comparePublished, showBand, testBand } from "../band-rows.ts";
import type { ValidationRow } from "../validation-case.ts";
import { type ModeResponses, readRightWork, readWastedRatio } from "./mode-responses.ts";
import { changeOf, type PacedPatient, setBack } from "./paced-patient.ts";

const GUARD = "guard of ours: what resynchronization is for";
const ASBACH = "145 configurations in 16 patients: Asbach, PLoS ONE 2013, best of a patient, 95 % interval";
const SYNSEQ = "25 patients with little to expect, three points at once, 95 % interval: SYNSEQ 2022";
const LECLERCQ = "dogs, by about 25 % with either: Leclercq, Circulation 2002;106:1760";
const LUMENS =
  "alike in 24 patients, 6 dogs and a model, ± 10 points is our reading: Lumens, J Am Coll Cardiol 2013;62:2395";
const OPTIMIZED = "25 patients, AV delay optimized against atrial pacing, 9 % (nominal 5 %): PubMed 23481908 (2013)";
const KASS = "from memory: Kass, Circulation 1999;99:1567, mean ± 1 SD";
const MEMORY = "from memory: acute studies of resynchronization";

/** Why the ventricle does not become smaller within some beats. */
const FROZEN = "resistance and volume are frozen: pressure rises with output, filling is longer, and no reflex answers";

/** What pacing of both, the left or the right ventricle does to a failing heart with block. */
export function describeModes(paced: PacedPatient, modes: ModeResponses): ValidationRow[] {
  return [...guardModes(paced, modes), ...comparePublishedResponses(paced, modes)];
}

function guardModes(paced: PacedPatient, { biventricular, left, right }: ModeResponses): ValidationRow[] {
  const { id, baseline } = paced;
  const [both, alone] = [biventricular.response, right.response];
  const row = (quantity: string, ours: number, unit = "%") => ({
    quantity: `${id}: ${quantity}`,
    unit,
    ours,
    source: GUARD,
  });
  const back = setBack(paced, both);
  return [
    testBand({
      ...row(`both ventricles (AV ${biventricular.delay_ms} ms), change of dP/dt max`, both.change.dpdtMax_percent),
      least: 10,
      most: 35,
    }),
    testBand({ ...row("the same, stroke volume", both.change.strokeVolume_percent), least: 0 }),
    testBand({
      ...row(
        `both minus right ventricle alone (AV ${right.delay_ms} ms), change of dP/dt max`,
        both.change.dpdtMax_percent - alone.change.dpdtMax_percent,
        "points",
      ),
      least: 0,
    }),
    testBand({
      ...row("the same, stroke volume", both.change.strokeVolume_percent - alone.change.strokeVolume_percent, "points"),
      least: 0,
    }),
    testBand({
      ...row(
        "wasted work ratio by both ventricles minus now",
        readWastedRatio(both.beat) - readWastedRatio(baseline),
        "1",
      ),
      most: 0,
    }),
    testBand({
      ...row(
        "wasted work ratio by both ventricles minus right alone",
        readWastedRatio(both.beat) - readWastedRatio(alone.beat),
        "1",
      ),
      most: 0,
    }),
    testBand({
      ...row(
        "own map set back, change of dP/dt max that stays",
        changeOf(baseline, back, ({ pump }) => pump.dpdtMax_kPaPerS),
      ),
      least: -2,
      most: 2,
    }),
    testBand({
      ...row(
        "the same, stroke volume",
        changeOf(baseline, back, ({ pump }) => pump.forwardVolume_mL),
      ),
      least: -2,
      most: 2,
    }),
    testBand({
      ...row(
        `work of the right ventricle by left pacing alone (AV ${left.delay_ms} ms), change`,
        100 * (readRightWork(paced.patient, left.response.beat) / readRightWork(paced.patient, baseline) - 1),
      ),
      least: 0,
      source: `sign: ${LUMENS}`,
    }),
  ];
}

function comparePublishedResponses({ id, baseline }: PacedPatient, modes: ModeResponses): ValidationRow[] {
  const { biventricular, left } = modes;
  const [both, leftOnly] = [biventricular.response, left.response];
  const rise = both.change.dpdtMax_percent;
  const row = (quantity: string, ours: number, source: string, unit = "%") => ({
    quantity: `${id}: ${quantity}`,
    unit,
    ours,
    source,
  });
  const pressure = (beat: typeof baseline) => beat.pump.endDiastolicPressure_kPa!;
  const systolicVolume = ({ pump }: typeof baseline) => pump.endSystolicVolume_mL;
  const leftRise = leftOnly.change.dpdtMax_percent;
  return [
    comparePublished(
      { ...row("both ventricles, dP/dt max, as in Asbach 2013", rise, ASBACH), least: 24, most: 39 },
      "published is each patient's best of nine vectors, ours one lateral site",
    ),
    comparePublished(
      { ...row("the same as in SYNSEQ 2022", rise, SYNSEQ), least: 8.8, most: 22.5 },
      "published are patients with little to expect, ours has complete block",
    ),
    comparePublished({
      ...row("left minus both ventricles, dP/dt max, as in Lumens 2013", leftRise - rise, LUMENS, "points"),
      least: -10,
      most: 10,
    }),
    showBand({ ...row("both ventricles, dP/dt max, as in Leclercq 2002", rise, LECLERCQ), least: 20, most: 30 }),
    showBand({
      ...row("left ventricle alone, dP/dt max, as in Leclercq 2002", leftRise, LECLERCQ),
      least: 20,
      most: 30,
    }),
    showBand({ ...row("both ventricles, dP/dt max, mean gain at the best AV delay", rise, OPTIMIZED), least: 9 }),
    showBand({ ...row("both ventricles, dP/dt max, as in Kass 1999", rise, KASS), least: 3.5, most: 22.1 }),
    showBand({ ...row("left ventricle alone, dP/dt max, as in Kass 1999", leftRise, KASS), least: 4.7, most: 42.7 }),
    showBand({ ...row("both ventricles, stroke work", both.change.strokeWork_percent, MEMORY), least: 10, most: 40 }),
    showBand({
      ...row(`both ventricles, end-systolic volume (${FROZEN})`, changeOf(baseline, both.beat, systolicVolume), MEMORY),
      least: -15,
      most: -5,
    }),
    showBand({
      ...row(
        `both ventricles, pressure at mitral closure (${FROZEN})`,
        changeOf(baseline, both.beat, pressure),
        MEMORY,
      ),
      least: -20,
      most: 0,
    }),
  ];
}
