import type { InterrogationSnapshot } from "@tributary/model/generator";
import { chooseAnswer } from "../choose-answer.ts";
import type { Choice, CodeOrigin, DeviceCode } from "../codes/device-code.ts";
import { SESSION_CODES } from "../codes/identity-codes.ts";
import type { DeviceItem, FieldValue } from "../device-item.ts";
import { flattenSnapshot, listItems } from "../flatten-snapshot.ts";
import { NOTICE } from "../notice.ts";
import { sayNumber } from "../say-number.ts";
import { escapeText } from "./hl7-encoding.ts";
import { COUNT_NAME, OWN_SYSTEM } from "./hl7-names.ts";
import { writeHl7Time } from "./hl7-time.ts";

const ENCODING = "^~\\&";
const VERSION = "2.5";
/** Not of a patient in care. */
const PROCESSING_ID = "T";
const FINAL = "F";

/**
 * A snapshot as an HL7 v2.5 message ORU^R01, shaped as IHE's profile for implantable cardiac devices.
 *
 * The device stands in PID-3, each observation in one OBX with its code in OBX-3; OBX-4 counts leads, zones and the like.
 * The first OBX says how many there are. No patient is named. The same snapshot gives the same text.
 */
export function writeOru(snapshot: InterrogationSnapshot): string {
  const items = listItems(flattenSnapshot(snapshot));
  const time = writeHl7Time(snapshot.session.time);
  const observations = [writeCount(items.length + 1), ...items.map(writeObservation)];
  const segments = [
    writeHeader(snapshot, time),
    `PID|1||${writeDevice(snapshot)}||^^^^^^U`,
    `OBR|1|||${writeSessionKind(snapshot)}|||${time}${"|".repeat(18)}${FINAL}`,
    `NTE|1||${escapeText(NOTICE)}`,
    ...observations.map((observation, i) => `OBX|${i + 1}|${observation}|||||${FINAL}|||${time}`),
  ];
  return segments.map((segment) => `${segment}\r`).join("");
}

function writeHeader({ generator, session }: InterrogationSnapshot, time: string): string {
  const sender = escapeText(generator.manufacturer ?? "");
  const id = `T${session.time.replace(/\D/g, "").slice(0, 17)}`;
  return `MSH|${ENCODING}|TRIBUTARY|${sender}|||${time}||ORU^R01^ORU_R01|${id}|${PROCESSING_ID}|${VERSION}||||||UNICODE UTF-8`;
}

/** Model and serial number in one identifier, as the profile asks for. */
function writeDevice({ generator: { model = "", serial = "", manufacturer = "" } }: InterrogationSnapshot): string {
  return `${escapeText(`model:${model}/serial:${serial}`)}^^^${escapeText(manufacturer)}^U`;
}

function writeSessionKind({ session: { kind } }: InterrogationSnapshot): string {
  return kind === undefined ? "^interrogation" : writeAnswer(kind, SESSION_CODES.kind);
}

function writeCount(count: number): string {
  return `NM|${COUNT_NAME}^^${OWN_SYSTEM}||${count}|1^^UCUM`;
}

/** OBX-2 to OBX-6. */
function writeObservation({ code, instance, value }: DeviceItem): string {
  const [type, text, unit = ""] = writeValue(value, code);
  return `${type}|${writeCode(code)}|${instance ?? ""}|${text}|${unit}`;
}

function writeValue(value: FieldValue, code: DeviceCode): [type: string, text: string, unit?: string] {
  switch (code.rule.kind) {
    case "number":
      if (typeof value !== "number") return ["ST", escapeText(String(value))];
      return ["NM", sayNumber(value), `${escapeText(code.rule.unit)}^^UCUM`];
    case "moment":
    case "day":
      return ["DTM", writeHl7Time(String(value))];
    case "choice":
      return ["CWE", writeAnswer(String(value), code)];
    case "text":
    case "flag":
      return ["ST", escapeText(String(value))];
  }
}

/** The answer's code, and in CWE.9 the word of the snapshot. */
function writeAnswer(value: string, code: DeviceCode): string {
  const answer: Choice = chooseAnswer(code, value);
  return `${writeCode(answer)}^^^^^^${escapeText(value)}`;
}

/** Number and reference id; the number only where it is confirmed. */
function writeCode({ system, number, referenceId, confirmed }: CodeOrigin): string {
  if (system === "own") return `${escapeText(referenceId)}^^${OWN_SYSTEM}`;
  return `${confirmed ? number : ""}^${referenceId}^MDC`;
}
