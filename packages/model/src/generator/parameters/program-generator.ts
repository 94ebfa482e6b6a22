import { TributaryError } from "../../errors/tributary-error.ts";
import { checkImplantedSystem, type ImplantedSystem } from "../system/implanted-system.ts";
import { checkSettings } from "./check-settings.ts";
import { type Conflict, findForbidden } from "./find-conflicts.ts";
import { findWarnings } from "./find-warnings.ts";
import type { GeneratorSettings } from "./generator-settings.ts";

export type ProgramResult =
  | { readonly kind: "programmed"; readonly settings: GeneratorSettings; readonly confirmed: readonly Conflict[] }
  /** Nothing was programmed: these want a confirmation first. */
  | {
      readonly kind: "needs-confirmation";
      readonly settings: GeneratorSettings;
      readonly warnings: readonly Conflict[];
    };

/**
 * Programs a change as a whole or not at all.
 *
 * @param settings   as programmed now; returned unchanged where the change is not accepted
 * @param change     new values by name
 * @param confirmed  ids of the warnings that a person has confirmed
 * @throws TributaryError for a value that is not allowed, a lead in a wrong port, or "settings-conflict"; then nothing
 *   is programmed
 */
export function programGenerator(
  settings: GeneratorSettings,
  change: Partial<GeneratorSettings>,
  system: ImplantedSystem,
  confirmed: readonly string[] = [],
): ProgramResult {
  checkSettings(change);
  checkImplantedSystem(system);
  const next = { ...settings, ...change };
  const [conflict] = findForbidden(next, system);
  if (conflict) throw settingsConflict(conflict);
  const warnings = findWarnings(next, system);
  const open = warnings.filter(({ id }) => !confirmed.includes(id));
  if (open.length > 0) return { kind: "needs-confirmation", settings, warnings: open };
  return { kind: "programmed", settings: next, confirmed: warnings };
}

function settingsConflict({ id, why, settings }: Conflict): TributaryError {
  return new TributaryError({
    code: "settings-conflict",
    what: `These settings contradict each other (${id}).`,
    where: `settings ${settings.join(", ")}`,
    why,
    fix: "Change one of them; nothing was programmed.",
  });
}
