// Runs in a worker thread: prepares a heart, so that the calling thread stays free for progress and interruption.
import type { MessagePort } from "node:worker_threads";
import { TributaryError, type TributaryErrorParts } from "@tributary/model";
import type { HeartSpecification } from "../heart-specification.ts";
import { type PreparationStage, type PreparedHeart, prepareHeart } from "../prepare-heart.ts";

export interface HeartTask {
  readonly specification: HeartSpecification;
  /** Receives each stage's name as it begins. */
  readonly stages: MessagePort;
}

/** Errors lose their class between threads, so the five parts travel as a value. */
export type HeartTaskResult =
  | { readonly kind: "prepared"; readonly prepared: PreparedHeart }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts };

export default function runHeartTask({ specification, stages }: HeartTask): HeartTaskResult {
  try {
    const prepared = prepareHeart(specification, (stage: PreparationStage) => stages.postMessage(stage));
    return { kind: "prepared", prepared };
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    const { code, what, where, why, fix } = error;
    return { kind: "refused", error: { code, what, where, why, fix } };
  } finally {
    stages.close();
  }
}
