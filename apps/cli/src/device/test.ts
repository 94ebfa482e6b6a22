import { specifyFindings } from "@tributary/intake";
import { suggestNames } from "@tributary/model";
import {
  IMPLANT_TEST_PARTS,
  type ImplantTestPart,
  runImplantTests,
  type TestOverride,
} from "@tributary/model/generator";
import {
  applySystemFault,
  compareSystems,
  FAULTY_LEADS,
  LEAD_FAULTS,
  programCase,
  type SystemFault,
  scopeOf,
  testedSystemOf,
} from "@tributary/plan";
import { type Command, EXIT_CODE, type OptionValues } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { usage } from "../usage-error.ts";
import { describeDeviceTest } from "./describe-device-test.ts";
import { listTexts, readDevice } from "./device-options.ts";
import { DEVICE_CASE_OPTIONS, DEVICE_CASE_OPTIONS_HELP, loadDeviceCase } from "./load-device-case.ts";

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
    `  --fault NAME          shows what a fault changes: ${LEAD_FAULTS.slice(0, 3).join(", ")},`,
    `                        ${LEAD_FAULTS.slice(3).join(", ")}`,
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
    const tested = fault ? applySystemFault(sound, fault) : sound;
    const scope = scopeOf(tested, program.system, program.settings);
    const round = runImplantTests(tested, { scope, leftOut, overrides });
    const findings = compareSystems(sound, tested);
    const told = { title: run.loaded.case.title, device, round, left: tested.left, fault, findings, remarks };
    context.print(
      options["json"] ? JSON.stringify({ ...told, notice: NOTICE }, undefined, 2) : describeDeviceTest(told),
    );
    return EXIT_CODE.ok;
  },
};

const SEED = 1;
const NOTICE = "Research, planning and training use; not for diagnosis or live care.";

function readFault({ fault, lead = "LV" }: OptionValues): SystemFault | undefined {
  if (fault === undefined) return undefined;
  const known = LEAD_FAULTS.find((name) => name === fault);
  if (!known) {
    const near = suggestNames(String(fault), LEAD_FAULTS);
    throw usage(
      "--fault",
      `there is no "${fault}"; ${near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${LEAD_FAULTS.join(", ")}`}`,
    );
  }
  const place = FAULTY_LEADS.find((name) => name === lead);
  if (!place) throw usage("--lead", `"${lead}" is none of ${FAULTY_LEADS.join(", ")}`);
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
