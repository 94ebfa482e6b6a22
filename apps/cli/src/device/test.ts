import { specifyFindings } from "@tributary/intake";
import { suggestNames } from "@tributary/model";
import {
  applyLeadFault,
  type ElectrodePair,
  FAULT_SIGNATURES,
  IMPLANT_TEST_PARTS,
  type ImplantTestPart,
  type LeadFault,
  recognizeLeadFault,
  runImplantTests,
  stepDownThreshold,
  type TestedSystem,
  type TestOverride,
} from "@tributary/model/generator";
import { programCase, testedSystemOf } from "@tributary/plan";
import { type Command, EXIT_CODE, type OptionValues } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { usage } from "../usage-error.ts";
import { describeDeviceTest, type FaultFindings } from "./describe-device-test.ts";
import { listTexts, readDevice } from "./device-options.ts";
import { DEVICE_CASE_OPTIONS, DEVICE_CASE_OPTIONS_HELP, loadDeviceCase } from "./load-device-case.ts";

const FAULTS = [...(Object.keys(FAULT_SIGNATURES) as LeadFault[]), "reversed-ports"] as const;
const LEADS = ["RA", "RV", "LV"] as const;
type Lead = (typeof LEADS)[number];

export const testDeviceCommand: Command = {
  name: "device test",
  summary: "the tests at implant on the leads of a case, each against its criterion; may the pocket be closed",
  help: [
    "tributary device test CASE [--fault NAME [--lead RA|RV|LV]] [--without PART] [--override ID=REASON]",
    "",
    "Sensing, step-down threshold, strength-duration curve and impedance of each chamber; every vector",
    "of the left lead in one sweep with the nerve at 10 V; Q-LV and left-right delay. The pocket stays",
    "open while a mandatory test failed or is missing.",
    "",
    `  --fault NAME          shows what a fault changes: ${FAULTS.slice(0, 3).join(", ")},`,
    `                        ${FAULTS.slice(3).join(", ")}`,
    "  --lead RA|RV|LV       the lead that has it (default LV)",
    "  --without PART        leaves a part out, as often as wanted:",
    `                        ${IMPLANT_TEST_PARTS.slice(0, 4).join(", ")},`,
    `                        ${IMPLANT_TEST_PARTS.slice(4).join(", ")}`,
    "  --override ID=REASON  takes the responsibility for a test that failed or is missing; as often as",
    "                        wanted",
    "  --device CRT-P|CRT-D  generator (default: CRT-D where the case's right-ventricular lead has a coil)",
    DEVICE_CASE_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary device test built-in --fault dislodgement",
  ].join("\n"),
  mostPositionals: 1,
  options: {
    ...DEVICE_CASE_OPTIONS,
    device: { type: "string" },
    fault: { type: "string" },
    lead: { type: "string" },
    without: { type: "string", multiple: true },
    override: { type: "string", multiple: true },
  },
  async run([path], options, context) {
    const fault = readFault(options);
    const leftOut = listTexts(options, "without").map(readPart);
    const overrides = listTexts(options, "override").map(readOverride);
    const wanted = readDevice(options["device"]);
    const { run, device, remarks } = await loadDeviceCase("tributary device test", path, wanted, options, context);
    const program = programCase({
      ...{ lead: run.lead, device, change: {}, confirmed: [] },
      hasAtrialFibrillation: run.conduction.atrioventricular.kind === "atrialFibrillation",
    });
    const { qrsDuration_ms } = specifyFindings(run.loaded).findings;
    const sound = testedSystemOf({ ...run, system: program.system, qrsDuration_ms, seed: SEED });
    const tested = fault ? faultSystem(sound, fault) : sound;
    const scope = {
      hasAtrialLead: true,
      hasLeftLead: run.lead?.outcome.kind === "placed",
      isDefibrillator: device === "CRT-D",
      usesLeftSensing: program.settings.lvSensing === "on",
    };
    const round = runImplantTests(tested, { scope, leftOut, overrides });
    const findings = fault ? compareFindings(sound, tested, fault.lead) : [];
    const told = { title: run.loaded.case.title, device, round, left: tested.left, fault, findings, remarks };
    context.print(
      options["json"] ? JSON.stringify({ ...told, notice: NOTICE }, undefined, 2) : describeDeviceTest(told),
    );
    return EXIT_CODE.ok;
  },
};

const SEED = 1;
const NOTICE = "Research, planning and training use; not for diagnosis or live care.";

interface FaultRequest {
  readonly fault: LeadFault;
  readonly lead: Lead;
}

function readFault({ fault, lead = "LV" }: OptionValues): FaultRequest | undefined {
  if (fault === undefined) return undefined;
  const known = FAULTS.find((name) => name === fault);
  if (!known) {
    const near = suggestNames(String(fault), FAULTS);
    throw usage(
      "--fault",
      `there is no "${fault}"; ${near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${FAULTS.join(", ")}`}`,
    );
  }
  const place = LEADS.find((name) => name === lead);
  if (!place) throw usage("--lead", `"${lead}" is none of ${LEADS.join(", ")}`);
  return { fault: known, lead: place };
}

function readPart(text: string): ImplantTestPart {
  const part = IMPLANT_TEST_PARTS.find((known) => known === text);
  if (part) return part;
  throw usage("--without", `"${text}" is none of ${IMPLANT_TEST_PARTS.join(", ")}`);
}

function readOverride(text: string): TestOverride {
  const at = text.indexOf("=");
  if (at > 0 && text.slice(at + 1).trim() !== "") return { id: text.slice(0, at), reason: text.slice(at + 1).trim() };
  throw usage("--override", `"${text}" is not ID=REASON with a reason in words`);
}

/** Exchanged plugs concern the atrial and the right-ventricular port, every other fault one lead. */
function faultSystem(system: TestedSystem, { fault, lead }: FaultRequest): TestedSystem {
  const apply = (pair: ElectrodePair) => applyLeadFault(pair, fault);
  const isBoth = fault === "reversed-ports";
  // Where a dislodged lead lies now, nobody knows: what its place showed no longer holds.
  const isElsewhere = fault === "dislodgement" && lead === "LV";
  return {
    ...system,
    ...(isElsewhere ? { qLv_ms: new Map(), leftRightDelay_ms: new Map() } : {}),
    atrial: system.atrial && (isBoth || lead === "RA") ? apply(system.atrial) : system.atrial,
    right: isBoth || lead === "RV" ? apply(system.right) : system.right,
    left: !isBoth && lead === "LV" ? system.left.map(apply) : system.left,
  };
}

function compareFindings(sound: TestedSystem, tested: TestedSystem, lead: Lead): FaultFindings[] {
  const pairsOf = ({ atrial, right, left }: TestedSystem) => [...(atrial ? [atrial] : []), right, ...left];
  const before = pairsOf(sound);
  return pairsOf(tested).flatMap((pair, i) => {
    if (pair === before[i]) return [];
    const [then, now] = [findingsOf(before[i]!), findingsOf(pair)];
    return [{ name: pair.name, lead, before: then, now, recognized: recognizeLeadFault(then, now) }];
  });
}

function findingsOf(pair: ElectrodePair) {
  const { signal_mV, impedance_ohm, hasLeadNoise, seenChamber } = pair;
  const options = { pulseWidth_ms: 0.5, start_V: 7, beatsPerStep: 3, releaseAfterSteps: undefined };
  const { threshold_V } = stepDownThreshold(pair, options);
  return { threshold_V, signal_mV, impedance_ohm, hasLeadNoise, seenChamber };
}
