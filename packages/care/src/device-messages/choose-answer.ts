import type { Choice, DeviceCode } from "./codes/device-code.ts";

/** The code of an answer; snapshots of this program hold no others than the table's. */
export function chooseAnswer({ rule, referenceId }: DeviceCode, value: string): Choice {
  const found = rule.kind === "choice" ? rule.choices.find((choice) => choice.value === value) : undefined;
  if (!found) throw new RangeError(`${referenceId} has no answer ${value}`);
  return found;
}
