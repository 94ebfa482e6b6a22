import { spellVeinName } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { useState } from "react";
import type { BenchRequest } from "../../engine/device-messages.ts";
import { usePlanRun, useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useSetting } from "../plan/use-setting.ts";
import type { CaseGenerator } from "./case-generator.ts";
import { FaultView } from "./fault-view.tsx";
import { LoopView } from "./loop-view.tsx";
import type { ProgramView } from "./program-page.tsx";
import { ReadOutView } from "./read-out-view.tsx";
import { TestsView } from "./tests-view.tsx";

interface Props {
  readonly view: Exclude<ProgramView, "program">;
  readonly generator: CaseGenerator;
}

/** The generator on the heart of the plan; without a plan there is no heart to beat with. */
export default function BenchViews(props: Props) {
  const { device: words, run: runWords } = useMessages();
  const { engine } = useWorkbench();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  const [faultSeed, setFaultSeed] = useState<number | undefined>(undefined);
  if (run.kind === "planned")
    return <PlannedBench {...props} plan={run.plan} faultSeed={faultSeed} onPoseFault={setFaultSeed} />;
  return (
    <div className="stack">
      <p className="banner" role="note">
        {run.kind === "running" ? words.planning : words.needsPlan}
      </p>
      {run.kind !== "running" && (
        <div className="row">
          <button type="button" className="button main" onClick={() => engine.plan(opened)}>
            {runWords.plan}
          </button>
        </div>
      )}
    </div>
  );
}

interface PlannedProps extends Props {
  readonly plan: Plan;
  readonly faultSeed: number | undefined;
  readonly onPoseFault: (seed: number | undefined) => void;
}

function PlannedBench({ view, generator, plan, faultSeed, onPoseFault }: PlannedProps) {
  const { device: words } = useMessages();
  const { program } = useWorkspace();
  const setting = useSetting(plan);
  if (setting === undefined) return <p className="banner">{words.nowhere}</p>;
  const { vein, tipDepth_mm, rvSite } = setting;
  const bench: BenchRequest = {
    place: { vein, tipDepth_mm, rvSite },
    system: generator.system,
    settings: program?.settings ?? generator.nominal,
    faultSeed,
  };
  return (
    <>
      <OnTheBench bench={bench} />
      {view === "loop" && <LoopView bench={bench} />}
      {view === "tests" && <TestsView bench={bench} />}
      {view === "fault" && <FaultView bench={bench} onPose={onPoseFault} />}
      {view === "readOut" && <ReadOutView bench={bench} />}
    </>
  );
}

/** What lead lies where, what is programmed, and that a fault may be there. */
function OnTheBench({ bench }: { readonly bench: BenchRequest }) {
  const { device: words, setting: settingWords } = useMessages();
  const format = useFormat();
  const { place, settings, faultSeed } = bench;
  const { leftVentricularAmplitude_V: amplitude_V, leftVentricularPulseWidth_ms: width_ms } = settings;
  const output =
    amplitude_V === "off" ? "LV off" : `LV ${format.number(amplitude_V, 1)} V, ${format.number(width_ms, 1)} ms`;
  return (
    <p className="quiet">
      {words.lies(
        spellVeinName(place.vein),
        format.number(place.tipDepth_mm),
        settingWords.sites[place.rvSite] ?? place.rvSite,
      )}{" "}
      {words.programmed(settings.mode, settings.lvVector ?? "–", output)}
      {faultSeed !== undefined && ` ${words.faultPosed(format.number(faultSeed))}`}
    </p>
  );
}
