/** CPT and HCPCS numbers around a left-ventricular lead, each with its meaning in this program's own words. */
import { origin, type RuleOrigin } from "../rules/clinical-rule.ts";

export interface ProcedureCode extends RuleOrigin {
  readonly number: string;
  /** Own words; never the text of the publisher. */
  readonly meaning: string;
  readonly system: "pacemaker" | "icd" | "any";
  /** Whether 33225 may be added to it. */
  readonly isPrimaryOf33225: boolean;
  /** Leads that stay with a generator that is put in alone or swapped. */
  readonly leadCount?: 1 | 2 | "multiple";
}

type Rest = Partial<Pick<ProcedureCode, "leadCount" | "isPrimaryOf33225" | "confirmed">>;

function code(number: string, meaning: string, system: ProcedureCode["system"], rest: Rest = {}): ProcedureCode {
  const { confirmed = true, isPrimaryOf33225 = false, ...others } = rest;
  return { ...origin("cpt", number, confirmed), number, meaning, system, isPrimaryOf33225, ...others };
}

/** The pairing with 33225 is confirmed for 33240 and 33264; the rest of the list is from memory. */
const PRIMARY: Rest = { isPrimaryOf33225: true };

export const PROCEDURE_CODES: readonly ProcedureCode[] = [
  code("33206", "new pacemaker, atrial lead", "pacemaker", PRIMARY),
  code("33207", "new pacemaker, ventricular lead", "pacemaker", PRIMARY),
  code("33208", "new pacemaker, atrial and ventricular lead", "pacemaker", PRIMARY),
  code("33212", "pacemaker generator put on one lead in place", "pacemaker", { ...PRIMARY, leadCount: 1 }),
  code("33213", "pacemaker generator put on two leads in place", "pacemaker", { ...PRIMARY, leadCount: 2 }),
  code("33221", "pacemaker generator put on several leads in place", "pacemaker", {
    ...PRIMARY,
    leadCount: "multiple",
  }),
  code("33214", "one-chamber pacemaker made into a two-chamber one", "pacemaker", PRIMARY),
  code("33216", "one new right-sided lead", "any", PRIMARY),
  code("33217", "two new right-sided leads", "any", PRIMARY),
  code("33222", "pocket moved, pacemaker", "pacemaker"),
  code("33223", "pocket moved, defibrillator", "icd", PRIMARY),
  code("33224", "left-ventricular lead joined to a generator that was in place", "any"),
  code(
    "33225",
    "left-ventricular lead in the session in which a generator is put in; only added to another number",
    "any",
  ),
  code("33226", "left-ventricular lead in place moved", "any"),
  code("33227", "pacemaker generator swapped, one lead", "pacemaker", { leadCount: 1 }),
  code("33228", "pacemaker generator swapped, two leads", "pacemaker", { ...PRIMARY, leadCount: 2 }),
  code("33229", "pacemaker generator swapped, several leads", "pacemaker", { ...PRIMARY, leadCount: "multiple" }),
  code("33230", "defibrillator generator put on two leads in place", "icd", { ...PRIMARY, leadCount: 2 }),
  code("33231", "defibrillator generator put on several leads in place", "icd", { ...PRIMARY, leadCount: "multiple" }),
  code("33240", "defibrillator generator put on one lead in place", "icd", { ...PRIMARY, leadCount: 1 }),
  code("33233", "pacemaker generator taken out", "pacemaker", PRIMARY),
  code("33234", "pacemaker lead taken out, one-lead system", "pacemaker", PRIMARY),
  code("33235", "pacemaker leads taken out, two-lead system", "pacemaker", PRIMARY),
  code("33241", "defibrillator generator taken out", "icd"),
  code("33244", "defibrillator lead extracted through the veins", "icd"),
  code("33249", "defibrillator with its leads", "icd", PRIMARY),
  code("33262", "defibrillator generator swapped, one lead", "icd", { leadCount: 1 }),
  code("33263", "defibrillator generator swapped, two leads", "icd", { ...PRIMARY, leadCount: 2 }),
  code("33264", "defibrillator generator swapped, several leads", "icd", { ...PRIMARY, leadCount: "multiple" }),
  code("33202", "epicardial lead, open surgery", "any"),
  code("33203", "epicardial lead, endoscopic surgery", "any"),
  code("33274", "leadless right-ventricular pacemaker put in", "pacemaker"),
  code("33275", "leadless right-ventricular pacemaker taken out", "pacemaker"),
  code("93281", "programming, pacemaker with several leads", "pacemaker"),
  code("93284", "programming, defibrillator with several leads", "icd"),
  code("93286", "check around a procedure, pacemaker", "pacemaker"),
  code("93287", "check around a procedure, defibrillator", "icd"),
  code("93288", "readout in person, pacemaker", "pacemaker"),
  code("93289", "readout in person, defibrillator", "icd"),
  code("93294", "remote readout of 90 days, pacemaker, physician", "pacemaker"),
  code("93295", "remote readout of 90 days, defibrillator, physician", "icd"),
  code("93296", "remote readout of 90 days, technical part", "any"),
  code("93297", "remote readout of 30 days, heart failure monitor", "any"),
  code("93298", "remote readout of 30 days, loop recorder", "any"),
  code("93641", "test of the defibrillator at implant", "icd", { confirmed: false }),
  code("76000", "fluoroscopy by itself", "any", { confirmed: false }),
  code("75860", "venography of a sinus by itself", "any", { confirmed: false }),
  code("C1721", "device: two-chamber defibrillator", "icd"),
  code("C1722", "device: one-chamber defibrillator", "icd"),
  code("C1882", "device: other defibrillator, among them CRT-D", "icd"),
  code("C2621", "device: other pacemaker, among them CRT-P", "pacemaker"),
  code("C1900", "device: left-ventricular lead for a coronary vein", "any"),
];

/** Ranges of numbers that are known to exist and are not itemized here; from memory. */
export const CODE_RANGES: readonly { readonly from: string; readonly to: string; readonly meaning: string }[] = [
  { from: "0795T", to: "0804T", meaning: "leadless pacemaker of two chambers (unconfirmed)" },
  { from: "0515T", to: "0522T", meaning: "wireless endocardial left-ventricular stimulation (unconfirmed)" },
  { from: "C7537", to: "C7540", meaning: "CRT-P procedures combined with others (unconfirmed)" },
];

export function findProcedureCode(number: string): ProcedureCode | undefined {
  return PROCEDURE_CODES.find((candidate) => candidate.number === number);
}
