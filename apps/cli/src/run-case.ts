import type { HeartSpecification } from "@tributary/engine";
import {
  type ActivationStudy,
  type CaseLead,
  type ConductionSpecification,
  PREPARATION_STAGES,
  type PreparedHeart,
  type PreparedVeins,
  placeCaseLead,
  prepareVeins,
  studyActivation,
} from "@tributary/engine";
import { createWorkerFieldSolver, prepareHeartInWorker } from "@tributary/engine/node";
import { type LoadedCase, specifyConduction, specifyLead, specifyVeins } from "@tributary/intake";
import type { CommandContext } from "./command.ts";

/** A case, computed. */
export interface CaseRun {
  readonly loaded: LoadedCase;
  readonly conduction: ConductionSpecification;
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  readonly lead: CaseLead | undefined;
  readonly study: ActivationStudy;
  readonly remarks: readonly string[];
}

/** Share of the whole that the preparation of the heart takes, for the progress line. */
const PREPARATION_SHARE = 0.8;

/** From a case to its activation maps: heart, veins, lead, fields. Input is read before anything is computed. */
export async function runCase(
  loaded: LoadedCase,
  heart: { readonly specification: HeartSpecification; readonly remarks: readonly string[] },
  { progress, signal }: CommandContext,
): Promise<CaseRun> {
  const conduction = specifyConduction(loaded.case);
  const lvLead = specifyLead(loaded);
  const veinInput = specifyVeins(loaded);
  const prepared = await prepareHeartInWorker(heart.specification, {
    signal,
    onStage: (stage) => {
      const index = PREPARATION_STAGES.indexOf(stage);
      progress.update(stage, (PREPARATION_SHARE * index) / PREPARATION_STAGES.length);
    },
  });
  progress.update("veins and lead", PREPARATION_SHARE);
  const veins = prepareVeins(prepared, veinInput.veins);
  const lead = lvLead ? placeCaseLead(prepared, veins.tree, lvLead, loaded.case.placement) : undefined;
  const electrodes = lead?.outcome.kind === "placed" ? lead.outcome.electrodes : [];
  const solver = createWorkerFieldSolver();
  try {
    const study = await studyActivation(prepared, conduction, electrodes, {
      solver,
      signal,
      onProgress: (done, total) =>
        progress.update("activation fields", PREPARATION_SHARE + ((1 - PREPARATION_SHARE) * done) / total),
    });
    const remarks = [...loaded.remarks, ...heart.remarks, ...veinInput.remarks];
    return { loaded, conduction, prepared, veins, lead, study, remarks };
  } finally {
    await solver.close();
    progress.clear();
  }
}
