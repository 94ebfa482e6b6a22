import { type InterrogationSnapshot, type PacedChamber, RATE_CLASSES_bpm } from "@tributary/model/generator";
import { useState } from "react";
import type { BenchRequest } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { SettingChoice } from "../plan/setting-choice.tsx";
import { DataTable } from "./data-table.tsx";
import { DeviceAnswer } from "./device-answer.tsx";
import { useDevice } from "./use-device.ts";

const HOUR_ms = 3_600_000;
const SPANS_ms = { hour: HOUR_ms, day: 24 * HOUR_ms, month: 720 * HOUR_ms, year: 8766 * HOUR_ms } as const;
type Span = keyof typeof SPANS_ms;

/** The generator after some time with this heart: battery, counters, episodes, leads. */
export function ReadOutView({ bench }: { readonly bench: BenchRequest }) {
  const { device } = useMessages();
  const { readOut: words } = device;
  const [span, setSpan] = useState<Span>("day");
  const talk = useDevice<"readOut">();
  return (
    <>
      <div className="card row">
        <SettingChoice
          label={words.after}
          value={span}
          options={(Object.keys(SPANS_ms) as Span[]).map((value) => ({ value, text: words.spans[value] }))}
          onChange={setSpan}
        />
        <button
          type="button"
          className="button main"
          onClick={() =>
            talk.ask({ ask: "readOut", bench, duration_ms: SPANS_ms[span], time: new Date().toISOString() })
          }
        >
          {words.read}
        </button>
      </div>
      <DeviceAnswer talk={talk}>{({ snapshot }) => <Snapshot snapshot={snapshot} />}</DeviceAnswer>
    </>
  );
}

const MONTHS_PER_YEAR = 12;

function Snapshot({ snapshot }: { readonly snapshot: InterrogationSnapshot }) {
  return (
    <div className="device-pair">
      <div className="stack">
        <Battery snapshot={snapshot} />
        <Counters snapshot={snapshot} />
      </div>
      <div className="stack">
        <Leads snapshot={snapshot} />
        <Rates snapshot={snapshot} />
        <Episodes snapshot={snapshot} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly snapshot: InterrogationSnapshot;
}

function Battery({ snapshot }: PartProps) {
  const { device } = useMessages();
  const { readOut: words, loop } = device;
  const format = useFormat();
  const { battery, pacing } = snapshot;
  const write = (value: number | undefined, unit: string, decimals = 0) =>
    value === undefined ? words.missing : `${format.number(value, decimals)} ${unit}`;
  const months = battery?.remaining_months;
  const years = months === undefined ? undefined : months / MONTHS_PER_YEAR;
  const rows = [
    [words.remaining, write(years, words.years, 1)],
    [words.used, write(battery?.remaining_percent, "%", 1)],
    [words.current, write(battery?.current_uA, "µA", 1)],
    [loop.atrialPaced, write(pacing.atrialPaced_percent, "%", 1)],
    [loop.ventricularPaced, write(pacing.ventricularPaced_percent, "%", 1)],
    [loop.delivered, write(pacing.resynchronized_percent, "%", 1)],
    [loop.effective, write(pacing.effectivelyResynchronized_percent, "%", 1)],
  ];
  return <DataTable caption={words.battery} columns={["", loop.value]} rows={rows} />;
}

const CHAMBERS: readonly PacedChamber[] = ["RA", "RV", "LV"];

function Leads({ snapshot }: PartProps) {
  const { device } = useMessages();
  const { readOut: words, tests, threshold } = device;
  const format = useFormat();
  const rows = CHAMBERS.flatMap((chamber) => {
    const own = snapshot.chambers[chamber];
    if (!own) return [];
    const { signal_mV, threshold_V, noCaptureAt_V, impedance_ohm } = own;
    const lost = noCaptureAt_V === undefined ? words.missing : words.noCapture(format.number(noCaptureAt_V, 1));
    return [
      [
        threshold.chambers[chamber],
        signal_mV === undefined ? words.missing : format.number(signal_mV, 1),
        threshold_V === undefined ? lost : format.number(threshold_V, 1),
        impedance_ohm === undefined ? words.missing : format.number(impedance_ohm),
      ],
    ];
  });
  const columns = [words.lead, tests.signal, tests.threshold, tests.impedance];
  return <DataTable caption={words.chambers} columns={columns} rows={rows} />;
}

function Counters({ snapshot }: PartProps) {
  const { device } = useMessages();
  const { readOut: words } = device;
  const format = useFormat();
  const counters = Object.entries(snapshot.counters ?? {}).filter(([, count]) => typeof count === "number");
  const rows = counters.map(([name, count]) => [words.names[name] ?? name, format.number(count as number)]);
  return <DataTable caption={words.counters} columns={["", words.count]} rows={rows} />;
}

function Rates({ snapshot }: PartProps) {
  const { device } = useMessages();
  const { readOut: words } = device;
  const format = useFormat();
  const rates = snapshot.counters?.ventricularRates ?? [];
  const rows = rates.flatMap((count, i) => (count === 0 ? [] : [[nameClass(i), format.number(count)]]));
  return <DataTable caption={words.rates} columns={["/min", words.count]} rows={rows} />;
}

function nameClass(i: number): string {
  const [from, to] = [RATE_CLASSES_bpm[i - 1], RATE_CLASSES_bpm[i]];
  if (from === undefined) return `< ${to}`;
  return to === undefined ? `≥ ${from}` : `${from} – ${to}`;
}

const MOST_EPISODES = 20;

function Episodes({ snapshot }: PartProps) {
  const { device } = useMessages();
  const { readOut: words } = device;
  const format = useFormat();
  if (snapshot.episodes.length === 0)
    return (
      <p className="card quiet small">
        {words.episodes}: {words.noEpisodes}
      </p>
    );
  const rows = snapshot.episodes
    .slice(0, MOST_EPISODES)
    .map(({ kind, start, duration_s }, i) => [
      `${i + 1}. ${words.kinds[kind] ?? kind}`,
      start?.slice(0, 19).replace("T", " ") ?? words.missing,
      duration_s === undefined ? words.goesOn : format.number(duration_s, 1),
    ]);
  return <DataTable caption={words.episodes} columns={[words.kind, words.began, words.lasted]} rows={rows} />;
}
