// The whole way of the built-in patient: leaflets, report for the clinician, a rehearsed implant, visits until a year after
// it, and all of it as one valid FHIR transaction that reads back. With a folder as argument the files are written to it; a
// plan of this patient (`tributary plan built-in --out DIR`, DIR/plan.json) as second one is told in them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildCaseLeaflet,
  buildClinicianPage,
  buildLeafletPage,
  DEFAULT_SITE_POLICY,
  drawRehearsal,
  exportJourney,
  type Journey,
  judgeVolume,
  playRehearsal,
  readClinicalCase,
  readHistory,
  readJourney,
  requireVariant,
} from "@tributary/care";
import { validateFhir } from "@tributary/care/validation";
import { BUILT_IN_CASE } from "@tributary/intake";
import type { Plan } from "@tributary/plan";

const [folder, planFile] = process.argv.slice(2);
const plan = planFile === undefined ? undefined : (JSON.parse(readFileSync(planFile, "utf8")) as Plan);
if (plan !== undefined && plan.caseId !== BUILT_IN_CASE.id) throw new Error(`${planFile} is the plan of ${plan.title}`);

const clinical = readClinicalCase(BUILT_IN_CASE);
const options = { asOf: "2027-03-30", policy: DEFAULT_SITE_POLICY, jurisdiction: "EU" } as const;
const leaflets = (["en", "de"] as const).map((language) => {
  const contacts = { emergencyNumber: "112", clinicPhone: "030 1234" };
  const leaflet = buildCaseLeaflet(clinical, { ...options, language, contacts, worries: [], plan });
  return { title: leaflet.title, language, html: buildLeafletPage(leaflet) };
});
const report = {
  title: "Report for the clinician",
  language: "en",
  html: buildClinicianPage(clinical, { ...options, plan }),
};

const implantInput = {
  variant: requireVariant(clinical),
  sex: "male",
  centerRatio: 1,
  operatorCases: 200,
  seed: 4,
  by: "A. Learner",
  startedAt: "2027-03-30T05:30:00Z",
} as const;
const rehearsal = playRehearsal(implantInput, drawRehearsal(implantInput));
if (rehearsal.kind === "refused") throw new Error(rehearsal.reasons[0]?.why);

const LVESV_mL = { before: 186, atSixMonths: 142, atOneYear: 128 };
const history = readHistory(
  JSON.stringify({
    implant: {
      date: "2027-03-30",
      implanted: [
        { role: "crtD", model: "example generator" },
        { role: "rightAtrialLead", model: "example atrial lead" },
        { role: "rightVentricularLead", model: "example shock lead" },
        { role: "leftVentricularLead", model: "example lead for the left ventricle" },
      ],
      used: [{ role: "sheath", model: "example guide" }],
      contrast_mL: 24,
      measurements: [{ lead: "leftVentricularLead", vector: "LV1>LV2", threshold_V: 1.1, pulseWidth_ms: 0.5 }],
    },
    visits: [
      {
        date: "2027-09-30",
        facts: [
          { fact: "lvesv_mL", value: LVESV_mL.atSixMonths },
          { fact: "lvef_pct", value: 36 },
        ],
      },
      {
        date: "2028-03-30",
        facts: [
          { fact: "lvesv_mL", value: LVESV_mL.atOneYear },
          { fact: "lvef_pct", value: 40 },
        ],
      },
    ],
  }),
  "history",
);

const journey: Journey = {
  clinical,
  history,
  recording: rehearsal.log,
  documents: [...leaflets, report],
  kept: [],
};
const bundle = JSON.stringify(exportJourney(journey, options), undefined, 2);
const { isValid, resourceCount } = validateFhir(bundle, "journey");
const again = readJourney(bundle, "journey");

const { fall_pct, response } = judgeVolume(LVESV_mL.before, LVESV_mL.atOneYear);
console.log(`pages: ${journey.documents.map(({ title, language }) => `${title} (${language})`).join("; ")}`);
console.log(`one year after the implant: end-systolic volume fell by ${fall_pct.toFixed(0)} %, ${response}`);
console.log(`one transaction of ${resourceCount} resources: ${isValid ? "valid" : "NOT valid"} FHIR R4`);
console.log(
  `read back: ${again.history.visits.length} visits, ${again.history.implant?.implanted.length} devices, ${again.documents.length} pages`,
);

if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "journey.fhir.json"), bundle);
  for (const { language, html } of leaflets) writeFileSync(join(folder, `leaflet-${language}.html`), html);
  writeFileSync(join(folder, "clinician.html"), report.html);
}
