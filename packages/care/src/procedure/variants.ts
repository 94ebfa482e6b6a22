/** The kinds of implant that a procedure can be; each is a set of features, from which its steps follow. */
export interface ProcedureVariant {
  readonly id: string;
  readonly title: string;
  readonly device: "CRT-P" | "CRT-D";
  readonly origin: "deNovo" | "upgrade" | "exchange";
  /** What is in place before. */
  readonly existing: "none" | "pacemaker" | "icd";
  readonly needsRvLead: boolean;
  readonly needsAtrialLead: boolean;
}

function variant(
  id: string,
  title: string,
  device: ProcedureVariant["device"],
  existing: ProcedureVariant["existing"],
  needs: { readonly rvLead: boolean; readonly atrialLead: boolean },
  origin: ProcedureVariant["origin"] = existing === "none" ? "deNovo" : "upgrade",
): ProcedureVariant {
  return { id, title, device, origin, existing, needsRvLead: needs.rvLead, needsAtrialLead: needs.atrialLead };
}

const BOTH = { rvLead: true, atrialLead: true };
const RV_ONLY = { rvLead: true, atrialLead: false };
const ATRIAL_ONLY = { rvLead: false, atrialLead: true };
const NEITHER = { rvLead: false, atrialLead: false };

export const PROCEDURE_VARIANTS: readonly ProcedureVariant[] = [
  variant("deNovoCrtP", "new CRT pacemaker", "CRT-P", "none", BOTH),
  variant("deNovoCrtD", "new CRT defibrillator", "CRT-D", "none", BOTH),
  variant("deNovoCrtPPermanentAf", "new CRT pacemaker in permanent atrial fibrillation", "CRT-P", "none", RV_ONLY),
  variant("deNovoCrtDPermanentAf", "new CRT defibrillator in permanent atrial fibrillation", "CRT-D", "none", RV_ONLY),
  variant("singlePacemakerToCrtP", "one-chamber pacemaker to CRT pacemaker", "CRT-P", "pacemaker", ATRIAL_ONLY),
  variant(
    "singlePacemakerToCrtPPermanentAf",
    "one-chamber pacemaker to CRT pacemaker in permanent atrial fibrillation",
    "CRT-P",
    "pacemaker",
    NEITHER,
  ),
  variant("dualPacemakerToCrtP", "two-chamber pacemaker to CRT pacemaker", "CRT-P", "pacemaker", NEITHER),
  variant("singlePacemakerToCrtD", "one-chamber pacemaker to CRT defibrillator", "CRT-D", "pacemaker", BOTH),
  variant("dualPacemakerToCrtD", "two-chamber pacemaker to CRT defibrillator", "CRT-D", "pacemaker", RV_ONLY),
  variant("singleIcdToCrtD", "one-chamber defibrillator to CRT defibrillator", "CRT-D", "icd", ATRIAL_ONLY),
  variant("dualIcdToCrtD", "two-chamber defibrillator to CRT defibrillator", "CRT-D", "icd", NEITHER),
  variant("crtPExchangeWithLvLead", "CRT pacemaker exchanged, new LV lead", "CRT-P", "pacemaker", NEITHER, "exchange"),
  variant("crtDExchangeWithLvLead", "CRT defibrillator exchanged, new LV lead", "CRT-D", "icd", NEITHER, "exchange"),
];

export function findVariant(id: string): ProcedureVariant | undefined {
  return PROCEDURE_VARIANTS.find((candidate) => candidate.id === id);
}
