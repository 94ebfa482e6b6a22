import {
  type ChamberTest,
  type ElectrodePair,
  type ImplantTestRound,
  listUsableVectors,
  PHRENIC_TEST,
  repositionElectrically,
  type TestVerdict,
} from "@tributary/model/generator";
import type { FaultFindings, SystemFault } from "@tributary/plan";
import { renderTextTable } from "../output/text-table.ts";
import { renderListItem, wrapText } from "../output/wrap-text.ts";

export interface DescribedTest {
  readonly title: string;
  readonly device: string;
  readonly round: ImplantTestRound;
  readonly left: readonly ElectrodePair[];
  readonly fault: SystemFault | undefined;
  readonly findings: readonly FaultFindings[];
  readonly remarks: readonly string[];
}

/** The tests for a person at a terminal. */
export function describeDeviceTest(told: DescribedTest): string {
  const { title, device, round, left, fault, findings, remarks } = told;
  return [
    title,
    `${device}, tests at implant${fault ? `; fault: ${fault.fault}${fault.fault === "reversed-ports" ? "" : `, ${fault.lead} lead`}` : ""}`,
    "",
    ...(round.chambers.length > 0
      ? [
          renderTextTable(
            [
              "pair",
              "signal mV:",
              "threshold V:",
              "rheobase V:",
              "chronaxie ms:",
              "impedance ohm:",
              "step-down at 0.5 ms",
            ],
            round.chambers.map(tellChamber),
          ),
          "",
        ]
      : []),
    ...(round.vectors.length > 0
      ? [
          renderTextTable(
            [
              "left vector",
              "threshold V:",
              "impedance ohm:",
              `nerve at ${PHRENIC_TEST.amplitude_V} V`,
              "nerve V:",
              "usable",
            ],
            tellVectors(round),
          ),
          "",
        ]
      : []),
    ...(findings.length > 0
      ? [
          renderTextTable(
            ["pair", "threshold V:", "signal mV:", "impedance ohm:", "lead noise", "shows", "recognized as"],
            findings.map(tellFault),
          ),
          "",
        ]
      : []),
    renderTextTable(["test", "", "result", "value and criterion", "source"], round.verdicts.map(tellVerdict), [
      undefined,
      undefined,
      undefined,
      40,
      44,
    ]),
    "",
    ...tellClosure(round),
    ...tellRepositioning(round, left),
    "",
    ...[ASSUMED, ...remarks].map(renderListItem),
    "",
    "Research, planning and training use; not for diagnosis or live care.",
  ].join("\n");
}

const ASSUMED =
  "Left capture thresholds and Q-LV are those of this heart and lead; the nerve's course is drawn, and its threshold the one that one patient in four is below. Signals, the atrial and right leads and all impedances are usual values, the same for every case (assumed).";

function volts(value_V: number | undefined): string {
  return value_V === undefined ? "none" : value_V.toFixed(1);
}

function tellChamber({ pair, stepDown, curve }: ChamberTest): string[] {
  const [first, last] = [stepDown.steps[0]!, stepDown.steps.at(-1)!];
  const end =
    stepDown.endedBy === "loss-of-capture" ? `lost at ${last.amplitude_V} V` : "captured to the lowest output";
  return [
    pair.name,
    pair.signal_mV.toFixed(1),
    volts(stepDown.threshold_V),
    curve ? curve.rheobase_V.toFixed(2) : "none",
    curve ? curve.chronaxie_ms.toFixed(2) : "none",
    pair.impedance_ohm.toFixed(0),
    `${first.amplitude_V} V down, ${stepDown.pacedBeats} beats, ${end}`,
  ];
}

function tellVectors({ vectors, best }: ImplantTestRound): string[][] {
  const usable = listUsableVectors(vectors);
  return vectors.map((vector) => {
    const { name, threshold_V, impedance_ohm, phrenic } = vector;
    const use = usable.includes(vector) ? "yes" : "no";
    const nerve = phrenic.isStimulated ? "stimulated" : "quiet";
    return [
      name,
      volts(threshold_V),
      impedance_ohm.toFixed(0),
      nerve,
      phrenic.isStimulated ? volts(phrenic.threshold_V) : "above 10",
      vector === best ? `${use}, best` : use,
    ];
  });
}

function tellFault({ name, before, now, recognized }: FaultFindings): string[] {
  const change = (from: string, to: string) => (from === to ? to : `${from} > ${to}`);
  return [
    name,
    change(volts(before.threshold_V), volts(now.threshold_V)),
    change(before.signal_mV.toFixed(1), now.signal_mV.toFixed(1)),
    change(before.impedance_ohm.toFixed(0), now.impedance_ohm.toFixed(0)),
    now.hasLeadNoise ? "yes" : "no",
    change(before.seenChamber, now.seenChamber),
    recognized ?? "nothing known",
  ];
}

function tellVerdict({ id, isMandatory, outcome, what, source }: TestVerdict): string[] {
  return [id, isMandatory ? "mandatory" : "", outcome === "fail" ? "FAIL" : outcome, what, source];
}

function tellClosure({ closure }: ImplantTestRound): string[] {
  if (closure.kind === "blocked") {
    const open = closure.open.map(({ id, outcome }) => `${id} (${outcome === "fail" ? "failed" : "missing"})`);
    return wrapText(`The pocket stays open: ${open.join(", ")}.`, 120);
  }
  const { overridden } = closure;
  const taken = overridden.map(({ id, reason }) => `${id} (${reason})`).join(", ");
  return [
    overridden.length === 0
      ? "Every mandatory test passed: the pocket may be closed."
      : `The pocket may be closed; overridden: ${taken}.`,
  ];
}

/** What to try before the lead is moved, where no vector is usable as it is. */
function tellRepositioning({ vectors }: ImplantTestRound, left: readonly ElectrodePair[]): string[] {
  if (vectors.length === 0 || listUsableVectors(vectors).length > 0) return [];
  const steps = repositionElectrically(left).map(({ rung, vector, pulseWidth_ms, amplitude_V, isAccepted, why }) => {
    const output = vector ? `${vector}, ${amplitude_V} V at ${pulseWidth_ms} ms` : "";
    return [rung, isAccepted ? "accepted" : "no", output, why];
  });
  return ["", renderTextTable(["electrical repositioning", "", "vector and output", "why"], steps)];
}
