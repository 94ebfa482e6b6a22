// Runs in a worker that the engine's worker starts: one task after another, each answered before the next is sent.
import type { TributaryErrorParts } from "@tributary/model";
import { readErrorParts } from "../errors/error-parts.ts";
import { type EngineTask, type EngineTaskResult, runEngineTask } from "./engine-task.ts";

/** Errors lose their class between threads, so the five parts travel as a value. */
export type TaskReply =
  | { readonly kind: "done"; readonly result: EngineTaskResult }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts };

function answer(task: EngineTask): TaskReply {
  try {
    return { kind: "done", result: runEngineTask(task) };
  } catch (error) {
    return { kind: "refused", error: readErrorParts(error) };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<EngineTask>) => self.postMessage(answer(data)));
