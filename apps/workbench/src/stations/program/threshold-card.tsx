import { listNumbers, listSystemVectors, PACEMAKER_SETTINGS } from "@tributary/model/generator";
import { useState } from "react";
import type { BenchRequest, TestedLead } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { SettingChoice } from "../plan/setting-choice.tsx";
import { DeviceAnswer } from "./device-answer.tsx";
import { ManualSteps } from "./manual-steps.tsx";
import { StepDownOutcome } from "./step-down-outcome.tsx";
import { AMPLITUDES_V, type ThresholdSetUp } from "./threshold-set-up.ts";
import { useDevice } from "./use-device.ts";

const WIDTHS_ms = listNumbers(PACEMAKER_SETTINGS.ventricularPulseWidth_ms);
const BEATS_PER_STEP = 3;

/** A step-down threshold test, ended at the first loss of capture or by the person who reads the strip. */
export function ThresholdCard({ bench }: { readonly bench: BenchRequest }) {
  const { device } = useMessages();
  const { threshold: words } = device;
  const [setUp, setSetUp] = useState<ThresholdSetUp>({
    tested: { lead: "LV", vectorName: bench.settings.lvVector },
    pulseWidth_ms: 0.5,
    start_V: 5,
  });
  const [mode, setMode] = useState<"automatic" | "manual">("automatic");
  const [isStepping, setStepping] = useState(false);
  const [pacedSteps, setPacedSteps] = useState<number | undefined>(undefined);
  const talk = useDevice<"stepDown">();

  function measure(releaseAfterSteps: number | undefined): void {
    const { tested, pulseWidth_ms, start_V } = setUp;
    setStepping(false);
    setPacedSteps(releaseAfterSteps);
    const options = { pulseWidth_ms, start_V, beatsPerStep: BEATS_PER_STEP, releaseAfterSteps };
    talk.ask({ ask: "stepDown", bench, tested, options });
  }
  function begin(): void {
    if (mode === "automatic") measure(undefined);
    else {
      talk.forget();
      setStepping(true);
    }
  }
  function change(next: Partial<ThresholdSetUp>): void {
    setSetUp({ ...setUp, ...next });
    setStepping(false);
    talk.forget();
  }
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p className="quiet">{words.rule}</p>
      <SetUpFields bench={bench} setUp={setUp} onChange={change} mode={mode} onMode={setMode} />
      {isStepping ? (
        <ManualSteps bench={bench} setUp={setUp} onStop={measure} />
      ) : (
        <div className="row">
          <button type="button" className="button main" onClick={begin}>
            {talk.answer ? words.again : words.begin}
          </button>
        </div>
      )}
      <DeviceAnswer talk={talk}>
        {({ result }) => <StepDownOutcome result={result} setUp={setUp} pacedSteps={pacedSteps} />}
      </DeviceAnswer>
    </section>
  );
}

interface FieldsProps {
  readonly bench: BenchRequest;
  readonly setUp: ThresholdSetUp;
  readonly onChange: (next: Partial<ThresholdSetUp>) => void;
  readonly mode: "automatic" | "manual";
  readonly onMode: (mode: "automatic" | "manual") => void;
}

function SetUpFields({ bench, setUp, onChange, mode, onMode }: FieldsProps) {
  const { device } = useMessages();
  const { threshold: words } = device;
  const format = useFormat();
  const leads = listTestedLeads(bench);
  const nameOf = ({ lead, vectorName }: TestedLead) => vectorName ?? words.chambers[lead];
  const numbers = (values: readonly number[], unit: string) =>
    values.map((value) => ({ value: String(value), text: `${format.number(value, value < 0.1 ? 2 : 1)} ${unit}` }));
  return (
    <div className="threshold-fields">
      <SettingChoice
        label={words.lead}
        value={nameOf(setUp.tested)}
        options={leads.map((own) => ({ value: nameOf(own), text: nameOf(own) }))}
        onChange={(name) => onChange({ tested: leads.find((own) => nameOf(own) === name)! })}
      />
      <SettingChoice
        label={words.width}
        value={String(setUp.pulseWidth_ms)}
        options={numbers(WIDTHS_ms, "ms")}
        onChange={(value) => onChange({ pulseWidth_ms: Number(value) })}
      />
      <SettingChoice
        label={words.start}
        value={String(setUp.start_V)}
        options={numbers(AMPLITUDES_V, "V")}
        onChange={(value) => onChange({ start_V: Number(value) })}
      />
      <SettingChoice
        label={words.mode}
        value={mode}
        options={(["automatic", "manual"] as const).map((value) => ({ value, text: words[value] }))}
        onChange={onMode}
      />
    </div>
  );
}

function listTestedLeads({ system }: BenchRequest): TestedLead[] {
  const vectors = listSystemVectors(system).map(({ name }): TestedLead => ({ lead: "LV", vectorName: name }));
  return [{ lead: "RA", vectorName: undefined }, { lead: "RV", vectorName: undefined }, ...vectors];
}
