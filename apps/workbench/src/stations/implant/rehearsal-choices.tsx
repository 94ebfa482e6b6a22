import { findObstacle, type GuidedRehearsal, type RehearsalAct, replayProcedure } from "@tributary/care";
import { spellVeinName, type ToolLevel } from "@tributary/model";
import { useId } from "react";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { RefusalText } from "./refusal-list.tsx";

interface Props {
  readonly rehearsal: GuidedRehearsal;
  readonly act: (act: RehearsalAct) => void;
}

/** What a rehearsal adds to a step: what is found there, the place for the lead, the tools. */
export function RehearsalChoices({ rehearsal, act }: Props) {
  const { implantPage: words } = useMessages();
  const state = replayProcedure(rehearsal.log);
  const obstacle = findObstacle(rehearsal, state);
  return (
    <>
      {obstacle && (
        <p className="banner">
          {words.finding}: <RefusalText refusal={obstacle} />
        </p>
      )}
      {state.place === "branchChoice" && rehearsal.setup.targets.length > 0 && (
        <TargetChoice rehearsal={rehearsal} act={act} />
      )}
      {state.place === "leadAdvance" && <ToolChoice rehearsal={rehearsal} act={act} />}
    </>
  );
}

function TargetChoice({ rehearsal: { setup, targetId }, act }: Props) {
  const { implantPage: words } = useMessages();
  const { number } = useFormat();
  const id = useId();
  return (
    <div className="step-part row">
      <label htmlFor={id}>{words.target}</label>
      <select
        id={id}
        className="field"
        value={targetId ?? ""}
        onChange={({ target }) => act({ kind: "aim", targetId: target.value })}
      >
        <option value="" disabled>
          {words.chooseTarget}
        </option>
        {setup.targets.map(({ id: targetOfPlan, rank, vein, expected }) => (
          <option key={targetOfPlan} value={targetOfPlan}>
            {words.targetName(rank, spellVeinName(vein), expected && number(expected.depth_mm))}
          </option>
        ))}
      </select>
    </div>
  );
}

function ToolChoice({ rehearsal: { toolLevel }, act }: Props) {
  const { implantPage: words } = useMessages();
  const id = useId();
  return (
    <div className="step-part row">
      <label htmlFor={id}>{words.tools}</label>
      <select
        id={id}
        className="field"
        value={toolLevel}
        onChange={({ target }) => act({ kind: "equip", toolLevel: Number(target.value) as ToolLevel })}
      >
        {words.toolNames.map((name, level) => (
          <option key={name} value={level}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
