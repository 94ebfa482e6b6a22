import type { GeneratorReadout, InterrogationSession, LeadReadout } from "@tributary/model/generator";
import {
  amount,
  BSX,
  CARDX,
  type CodesOf,
  choices,
  confirmed,
  DAY,
  ICARDEA,
  MOMENT,
  own,
  ownChoices,
  TEXT,
} from "./device-code.ts";

const ALL_THREE = `${CARDX}; ${BSX}`;

export const SESSION_CODES: CodesOf<InterrogationSession> = {
  time: confirmed("MDC_IDC_SESS_DTM", 721025, BSX, MOMENT),
  kind: confirmed(
    "MDC_IDC_SESS_TYPE",
    721026,
    BSX,
    choices(
      `${CARDX}; ${ICARDEA}`,
      ["implant", "MDC_IDC_ENUM_SESS_TYPE_Implant", 754049],
      ["in clinic", "MDC_IDC_ENUM_SESS_TYPE_InClinic", 754050],
      ["remote", "MDC_IDC_ENUM_SESS_TYPE_Remote", 754051],
      ["remote, device-initiated", "MDC_IDC_ENUM_SESS_TYPE_RemoteDeviceInitiated", 754052],
      ["remote, scheduled", "MDC_IDC_ENUM_SESS_TYPE_RemoteScheduled", 754053],
      ["remote, patient-initiated", "MDC_IDC_ENUM_SESS_TYPE_RemotePatientInitiated", 754054],
    ),
  ),
};

export const GENERATOR_CODES: CodesOf<GeneratorReadout> = {
  kind: confirmed(
    "MDC_IDC_DEV_TYPE",
    720897,
    ALL_THREE,
    choices(
      CARDX,
      ["pacemaker", "MDC_IDC_ENUM_DEV_TYPE_IPG", 753665],
      ["ICD", "MDC_IDC_ENUM_DEV_TYPE_ICD", 753666],
      ["CRT-D", "MDC_IDC_ENUM_DEV_TYPE_CRT_D", 753667],
      ["CRT-P", "MDC_IDC_ENUM_DEV_TYPE_CRT_P", 753668],
    ),
  ),
  model: confirmed("MDC_IDC_DEV_MODEL", 720898, ALL_THREE, TEXT),
  serial: confirmed("MDC_IDC_DEV_SERIAL", 720899, ALL_THREE, TEXT),
  manufacturer: confirmed("MDC_IDC_DEV_MFG", 720900, ALL_THREE, TEXT),
  implantDate: confirmed("MDC_IDC_DEV_IMPLANT_DT", 720901, BSX, DAY),
};

/** Places as our own code says them; the standard's answers for a lead's location have numbers we do not know. */
export const LEAD_CODES: CodesOf<LeadReadout> = {
  place: own("leads.place", ownChoices("RA", "RV", "LV", "RV coil", "SVC coil")),
  connector: own("leads.connector", ownChoices("IS-1", "IS4-LLLL", "DF-1", "DF4-LLHH", "DF4-LLHO")),
  electrodeCount: own("leads.electrodeCount", amount("1", 1)),
  model: confirmed("MDC_IDC_LEAD_MODEL", 720961, BSX, TEXT),
  serial: confirmed("MDC_IDC_LEAD_SERIAL", 720962, BSX, TEXT),
  manufacturer: confirmed("MDC_IDC_LEAD_MFG", 720963, BSX, TEXT),
  implantDate: confirmed("MDC_IDC_LEAD_IMPLANT_DT", 720964, BSX, DAY),
};
