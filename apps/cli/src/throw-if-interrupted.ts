import { setImmediate } from "node:timers/promises";

/**
 * Lets a Ctrl-C that came during long work in this thread arrive, and ends the command if one did. Signals are taken in
 * between two turns of the event loop, so two turns pass.
 *
 * @throws the signal's reason when aborted
 */
export async function throwIfInterrupted(signal: AbortSignal): Promise<void> {
  await setImmediate();
  await setImmediate();
  signal.throwIfAborted();
}
