// Runs in a worker thread: solves one source on a domain whose arrays are shared memory.
import { move } from "piscina";
import type { ActivationField, FieldDomain, FieldSource } from "../field-solver.ts";
import { type PreparedDomain, prepareDomain, solveOneField } from "../inline-field-solver.ts";

export interface FieldTask {
  /** Tells domains apart; a worker keeps the last one it made ready. */
  readonly domainId: number;
  readonly domain: FieldDomain;
  readonly source: FieldSource;
}

let kept: { readonly id: number; readonly prepared: PreparedDomain } | undefined;

export default function runFieldTask({ domainId, domain, source }: FieldTask): ActivationField {
  if (kept?.id !== domainId) kept = { id: domainId, prepared: prepareDomain(domain) };
  const field = solveOneField(kept.prepared, source);
  move(field.times_ms.buffer as ArrayBuffer);
  return field;
}
