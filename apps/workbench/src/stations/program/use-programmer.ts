import {
  type Conflict,
  findForbidden,
  findWarnings,
  type GeneratorSettings,
  programGenerator,
} from "@tributary/model/generator";
import { useState } from "react";
import { useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import type { CaseGenerator } from "./case-generator.ts";
import { type FieldName, type FieldValue, keepChanged } from "./list-fields.ts";

/** What is collected on the programmer, and what the interlocks say of it. */
export interface Programmer {
  readonly settings: GeneratorSettings;
  readonly change: Partial<GeneratorSettings>;
  /** Of the change; none while nothing is changed. */
  readonly conflicts: readonly Conflict[];
  readonly confirmed: readonly string[];
  readonly mayProgram: boolean;
  set(name: FieldName, value: FieldValue): void;
  confirm(id: string, isConfirmed: boolean): void;
  /** The whole change or nothing. */
  program(): void;
  discard(): void;
}

export function useProgrammer({ system, nominal }: CaseGenerator): Programmer {
  const { store } = useWorkbench();
  const settings = useWorkspace().program?.settings ?? nominal;
  const [draft, setDraft] = useState<Readonly<Partial<Record<FieldName, FieldValue>>>>({});
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const change = keepChanged(draft, settings);
  const isChanged = Object.keys(change).length > 0;
  const next = { ...settings, ...change };
  const conflicts = isChanged ? [...findForbidden(next, system), ...findWarnings(next, system)] : [];
  const isAccepted = ({ level, id }: Conflict) => level === "warn" && confirmed.includes(id);

  function discard(): void {
    setDraft({});
    setConfirmed([]);
  }
  return {
    settings,
    change,
    conflicts,
    confirmed,
    mayProgram: isChanged && conflicts.every(isAccepted),
    set(name, value) {
      setDraft({ ...draft, [name]: value });
      // Confirmed was what stood there before.
      setConfirmed([]);
    },
    confirm: (id, isConfirmed) =>
      setConfirmed(isConfirmed ? [...confirmed, id] : confirmed.filter((other) => other !== id)),
    program() {
      const result = programGenerator(settings, change, system, confirmed);
      if (result.kind !== "programmed") return;
      const { settings: programmed, confirmed: noted } = result;
      store.change({ kind: "programmed", program: { settings: programmed, confirmed: noted } });
      discard();
    },
    discard,
  };
}
