import { FAULTY_LEADS, type FaultyLead, LEAD_FAULTS, type SystemFault } from "@tributary/plan";
import { useId, useState } from "react";
import type { BenchRequest, DeviceAnswers } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { SettingChoice } from "../plan/setting-choice.tsx";
import { DataTable } from "./data-table.tsx";
import { DeviceAnswer } from "./device-answer.tsx";
import { useDevice } from "./use-device.ts";

interface Props {
  readonly bench: BenchRequest;
  readonly onPose: (seed: number | undefined) => void;
}

/** A fault that the page does not know: it is found from the strip and the tests, and named here. */
export function FaultView({ bench, onPose }: Props) {
  const { device } = useMessages();
  const { fault: words } = device;
  const format = useFormat();
  const id = useId();
  const [seed, setSeed] = useState(bench.faultSeed ?? 1);
  const { faultSeed } = bench;
  return (
    <>
      <section className="card stack">
        <p>{words.lead}</p>
        <div className="row">
          <label htmlFor={id}>{words.seed}</label>
          <input
            id={id}
            className="field"
            type="number"
            min={0}
            max={4294967295}
            value={seed}
            onChange={({ target }) => setSeed(Math.max(0, Math.min(4294967295, Math.round(Number(target.value)))))}
          />
          <button type="button" className="button main" onClick={() => onPose(seed)}>
            {words.pose}
          </button>
          {faultSeed !== undefined && (
            <button type="button" className="button" onClick={() => onPose(undefined)}>
              {words.remove}
            </button>
          )}
        </div>
        <p role="status">{faultSeed === undefined ? words.notPosed : words.posed(format.number(faultSeed))}</p>
      </section>
      {faultSeed !== undefined && <Diagnosis key={faultSeed} bench={bench} />}
    </>
  );
}

const SOUND = "sound";

function Diagnosis({ bench }: { readonly bench: BenchRequest }) {
  const { device } = useMessages();
  const { fault: words, threshold } = device;
  const talk = useDevice<"diagnosis">();
  const [fault, setFault] = useState<string>(SOUND);
  const [lead, setLead] = useState<FaultyLead>("LV");
  function answer(): void {
    const known = LEAD_FAULTS.find((name) => name === fault);
    talk.ask({ ask: "diagnosis", bench, named: known && { fault: known, lead } });
  }
  const isOfOneLead = fault !== SOUND && fault !== "reversed-ports";
  return (
    <section className="card stack">
      <div className="threshold-fields">
        <SettingChoice
          label={words.which}
          value={fault}
          options={[
            { value: SOUND, text: words.sound },
            ...LEAD_FAULTS.map((name) => ({ value: name, text: words.names[name] ?? name })),
          ]}
          onChange={setFault}
        />
        {isOfOneLead && (
          <SettingChoice
            label={words.onLead}
            value={lead}
            options={FAULTY_LEADS.map((value) => ({ value, text: threshold.chambers[value] }))}
            onChange={setLead}
          />
        )}
      </div>
      <div className="row">
        <button type="button" className="button main" onClick={answer}>
          {words.answer}
        </button>
      </div>
      <DeviceAnswer talk={talk}>{(told) => <Told {...told} />}</DeviceAnswer>
    </section>
  );
}

function Told({ truth, isRight, findings }: DeviceAnswers["diagnosis"]) {
  const { device } = useMessages();
  const { fault: words, tests, threshold } = device;
  const format = useFormat();
  const change = (before: string, now: string) => (before === now ? now : `${before} → ${now}`);
  const volts = (value_V: number | undefined) => (value_V === undefined ? tests.none : format.number(value_V, 1));
  const rows = findings.map(({ name, before, now }) => [
    name,
    change(volts(before.threshold_V), volts(now.threshold_V)),
    change(format.number(before.signal_mV, 1), format.number(now.signal_mV, 1)),
    change(format.number(before.impedance_ohm), format.number(now.impedance_ohm)),
    now.hasLeadNoise ? tests.yes : tests.no,
    change(before.seenChamber, now.seenChamber),
  ]);
  return (
    <>
      <p className={isRight ? "closure good" : "closure bad"} role="status">
        <b>{isRight ? words.right : words.wrong}</b> {tellTruth(truth)}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={words.signature}
          columns={[tests.pair, tests.threshold, tests.signal, tests.impedance, words.noise, words.shows]}
          rows={rows}
        />
      )}
    </>
  );

  function tellTruth(fault: SystemFault | undefined): string {
    if (!fault) return words.truthSound;
    const name = words.names[fault.fault] ?? fault.fault;
    return fault.fault === "reversed-ports"
      ? words.truthPlain(name)
      : words.truth(name, threshold.chambers[fault.lead]);
  }
}
