import { atrialPacedFraction, resynchronizedFractions, ventricularPacedFraction } from "@tributary/model/generator";
import type { CaseRhythm } from "@tributary/plan";
import type { RunSummary } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { DataTable } from "./data-table.tsx";

const ms_PER_MIN = 60_000;

/** What a run counted, and what of its heart is known. */
export function RunFacts({ run, heart }: { readonly run: RunSummary; readonly heart: CaseRhythm }) {
  const { device } = useMessages();
  const { loop: words } = device;
  const format = useFormat();
  const { counters, intervals, tally, violations } = run;
  const { delivered, effective } = resynchronizedFractions(counters);
  const safety =
    violations === undefined
      ? words.notJudged
      : violations.length === 0
        ? words.hold
        : words.broken(format.number(violations.length));
  const rate = intervals.ventricular && ms_PER_MIN / intervals.ventricular.mean_ms;
  const rows = [
    [words.atrialPaced, format.percent(atrialPacedFraction(counters))],
    [words.ventricularPaced, format.percent(ventricularPacedFraction(counters))],
    [words.delivered, format.percent(delivered)],
    [words.effective, format.percent(effective)],
    [words.rate, rate === undefined ? "–" : `${format.number(rate)} /min`],
    [words.longestPause, `${format.number(tally.longestPause_ms)} ms`],
    [words.lostAtrial, format.number(tally.uncapturedAtrial)],
    [words.lostRight, format.number(tally.uncapturedRight)],
    [words.lostLeft, format.number(tally.uncapturedLeft)],
    [words.safety, safety],
  ];
  return (
    <div className="run-facts">
      <DataTable caption={words.shares} columns={["", words.value]} rows={rows} />
      <KnownHeart heart={heart} />
    </div>
  );
}

function KnownHeart({ heart }: { readonly heart: CaseRhythm }) {
  const { device } = useMessages();
  const { loop: words } = device;
  const format = useFormat();
  const known = heart.origins.filter(({ from }) => from !== "assumed");
  const write = (value: unknown) =>
    typeof value === "number" ? format.number(value, value < 10 ? 1 : 0) : value ? words.yes : words.no;
  const rows = known.map(({ name, value, unit, from, how }) => [
    words.names[name] ?? name,
    `${write(value)} ${unit}`.trim(),
    words.origins[from] ?? from,
    how,
  ]);
  return (
    <div className="stack">
      <DataTable caption={words.known} columns={["", words.value, words.origin, words.how]} rows={rows} />
      <p className="quiet small">{words.assumed(format.number(heart.origins.length - known.length))}</p>
      {heart.remarks.map((remark) => (
        <p key={remark} className="quiet small">
          {remark}
        </p>
      ))}
    </div>
  );
}
