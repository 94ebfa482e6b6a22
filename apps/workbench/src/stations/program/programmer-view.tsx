import type { Conflict } from "@tributary/model/generator";
import { useMemo } from "react";
import { useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { CaseGenerator } from "./case-generator.ts";
import { listFieldGroups } from "./list-fields.ts";
import { ProgrammerGroup } from "./programmer-group.tsx";
import { type Programmer, useProgrammer } from "./use-programmer.ts";

/** Parameters with what is allowed, interlocks live; a change is programmed whole or not at all. */
export function ProgrammerView({ generator }: { readonly generator: CaseGenerator }) {
  const { programPage: words } = useMessages();
  const { program } = useWorkspace();
  const groups = useMemo(() => listFieldGroups(generator.system), [generator]);
  const programmer = useProgrammer(generator);
  const conflicts = placeConflicts(
    programmer,
    groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
  return (
    <div className="stack">
      <header>
        <p>{words.lead}</p>
        <p>
          {words.generator}: {generator.system.device.name}, {words.leftLead(generator.electrodeCount)}
        </p>
        <ul className="quiet programmer-notes">
          {program === undefined && <li>{words.nominal}</li>}
          {generator.isDeviceAssumed && <li>{words.generatorAssumed}</li>}
          {generator.isLeadAssumed && <li>{words.leadAssumed}</li>}
        </ul>
      </header>
      <Actions programmer={programmer} />
      <div className="programmer">
        {groups.map((group) => (
          <ProgrammerGroup key={group.id} group={group} programmer={programmer} conflicts={conflicts} />
        ))}
      </div>
      {program !== undefined && program.confirmed.length > 0 && (
        <section className="card notes">
          <h2>{words.noted}</h2>
          <ul>
            {program.confirmed.map(({ id, settings, why }) => (
              <li key={id}>
                {settings.map((name) => words.names[name] ?? name).join("; ")}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Actions({ programmer }: { readonly programmer: Programmer }) {
  const { programPage: words } = useMessages();
  const count = Object.keys(programmer.change).length;
  return (
    <div className="row card programmer-actions">
      <button type="button" className="button main" disabled={!programmer.mayProgram} onClick={programmer.program}>
        {words.apply}
      </button>
      <button type="button" className="button" disabled={count === 0} onClick={programmer.discard}>
        {words.discard}
      </button>
      <span role="status">{count === 0 ? words.unchanged : words.collected(count)}</span>
    </div>
  );
}

/** Each conflict stands beside a parameter that was changed, or else beside the first that it names. */
function placeConflicts({ conflicts, change }: Programmer, listed: readonly string[]): Map<string, Conflict[]> {
  const placed = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const near = conflict.settings.filter((name) => listed.includes(name));
    const place = near.find((name) => name in change) ?? near[0] ?? listed[0]!;
    placed.set(place, [...(placed.get(place) ?? []), conflict]);
  }
  return placed;
}
