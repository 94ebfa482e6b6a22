import type { TributaryErrorParts } from "@tributary/model";
import { useState } from "react";
import { readErrorParts } from "../errors/error-parts.ts";

/** An action whose refusal is shown beside what started it. */
export function useAttempt() {
  const [error, setError] = useState<TributaryErrorParts>();
  const [isBusy, setBusy] = useState(false);
  async function attempt(action: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await action();
    } catch (cause) {
      setError(readErrorParts(cause));
    } finally {
      setBusy(false);
    }
  }
  return { attempt, error, isBusy };
}
