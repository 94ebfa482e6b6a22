import type { TestOverride } from "@tributary/model/generator";
import { useEffect, useState } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import type { BenchRequest, DeviceAnswers } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { ClosureCard } from "./closure-card.tsx";
import { DataTable } from "./data-table.tsx";
import { DeviceAnswer } from "./device-answer.tsx";
import { ThresholdCard } from "./threshold-card.tsx";
import { useDevice } from "./use-device.ts";

/** The tests at implant on these leads: one threshold step by step, or all of them against their criteria. */
export function TestsView({ bench }: { readonly bench: BenchRequest }) {
  const { device } = useMessages();
  const { tests: words } = device;
  const talk = useDevice<"tests">();
  const [overrides, setOverrides] = useState<readonly TestOverride[]>([]);
  const key = JSON.stringify(bench);
  // What was measured on other leads says nothing of these.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the bench, which is made anew each time
  useEffect(() => {
    setOverrides([]);
    talk.forget();
  }, [key]);
  function run(next: readonly TestOverride[]): void {
    setOverrides(next);
    talk.ask({ ask: "tests", bench, overrides: next });
  }
  return (
    <>
      <ThresholdCard key={key} bench={bench} />
      <div className="row">
        <button type="button" className="button main" onClick={() => run(overrides)}>
          {talk.answer ? words.again : words.run}
        </button>
      </div>
      <DeviceAnswer talk={talk}>
        {(answer) => (
          <>
            <ClosureCard round={answer.round} onOverride={(override) => run([...overrides, override])} />
            <Verdicts round={answer.round} />
            <Vectors answer={answer} />
            <div className="device-pair">
              <Chambers round={answer.round} />
              <PictureView picture={answer.curves} />
            </div>
            <p className="quiet small">{words.assumed}</p>
          </>
        )}
      </DeviceAnswer>
    </>
  );
}

type Round = DeviceAnswers["tests"]["round"];

function Verdicts({ round }: { readonly round: Round }) {
  const { device } = useMessages();
  const { tests: words } = device;
  const rows = round.verdicts.map(({ id, isMandatory, outcome, what, source }) => [
    isMandatory ? `${words.names[id] ?? id} (${words.mandatory})` : (words.names[id] ?? id),
    words.outcomes[outcome],
    what,
    source,
  ]);
  return (
    <DataTable
      caption={words.verdicts}
      columns={[words.test, words.result, words.criterion, words.source]}
      rows={rows}
    />
  );
}

function Chambers({ round }: { readonly round: Round }) {
  const { device } = useMessages();
  const { tests: words } = device;
  const format = useFormat();
  const rows = round.chambers.map(({ pair, stepDown, curve }) => [
    pair.name,
    format.number(pair.signal_mV, 1),
    stepDown.threshold_V === undefined ? words.none : format.number(stepDown.threshold_V, 1),
    curve ? format.number(curve.rheobase_V, 2) : words.none,
    curve ? format.number(curve.chronaxie_ms, 2) : words.none,
    format.number(pair.impedance_ohm),
  ]);
  const columns = [words.pair, words.signal, words.threshold, words.rheobase, words.chronaxie, words.impedance];
  return <DataTable caption={words.chambers} columns={columns} rows={rows} />;
}

function Vectors({ answer }: { readonly answer: DeviceAnswers["tests"] }) {
  const { device } = useMessages();
  const { tests: words } = device;
  const format = useFormat();
  const { round, usable, qLv_ms, leftRightDelay_ms } = answer;
  if (round.vectors.length === 0) return null;
  const write = (value: number | undefined, decimals = 0) =>
    value === undefined ? words.none : format.number(value, decimals);
  const rows = round.vectors.map(({ name, threshold_V, impedance_ohm, phrenic }) => [
    name,
    write(threshold_V, 1),
    format.number(impedance_ohm),
    phrenic.isStimulated ? words.stimulated : words.quiet,
    phrenic.isStimulated ? write(phrenic.threshold_V, 1) : words.above,
    write(qLv_ms.get(name)),
    write(leftRightDelay_ms.get(name)),
    !usable.includes(name) ? words.no : name === round.best?.name ? words.best : words.yes,
  ]);
  const columns = [
    ...[words.pair, words.threshold, words.impedance, words.nerveAt, words.nerve],
    ...[words.qLv, words.leftRight, words.usable],
  ];
  return <DataTable caption={words.vectors} columns={columns} rows={rows} />;
}
