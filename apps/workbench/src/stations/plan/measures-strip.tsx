import type { Plan } from "@tributary/plan";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import type { Exploration, ExploredMeasures } from "../../engine/engine-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { listMeasures, type Measure } from "./list-measures.ts";

/** What the setting does, beside the heart as it is now and the setting that was kept; it stays in sight. */
export function MeasuresStrip({ plan, exploration }: { readonly plan: Plan; readonly exploration: Exploration }) {
  const { measures: words } = useMessages();
  const { current, frozen } = exploration;
  const measures = listMeasures(plan);
  return (
    <section className="card measures" aria-live="polite">
      <ScrollRegion label={words.title}>
        <table aria-label={words.title}>
          <thead>
            <tr>
              <td />
              {measures.map(({ name }) => (
                <th key={name} scope="col">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.now}</th>
              {measures.map((measure) => (
                <td key={measure.name} className="quiet">
                  <NowValue measure={measure} />
                </td>
              ))}
            </tr>
            {frozen && <BeatRow className="frozen" name={words.frozen} beat={frozen} measures={measures} />}
            <BeatRow className="set" name={words.set} beat={current} measures={measures} />
          </tbody>
        </table>
      </ScrollRegion>
      {current.kind === "not paced" && (
        <p className="banner" role="note">
          {current.reason}
        </p>
      )}
    </section>
  );
}

interface BeatRowProps {
  readonly className: string;
  readonly name: string;
  readonly beat: ExploredMeasures;
  readonly measures: readonly Measure[];
}

function BeatRow({ className, name, beat, measures }: BeatRowProps) {
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {measures.map((measure) => (
        <td key={measure.name}>
          <BeatValue measure={measure} beat={beat} />
        </td>
      ))}
    </tr>
  );
}

function NowValue({ measure }: { readonly measure: Measure }) {
  const format = useFormat();
  return measure.now === undefined ? null : `${format.number(measure.now, measure.decimals)} ${measure.unit}`;
}

function BeatValue({ measure, beat }: { readonly measure: Measure; readonly beat: ExploredMeasures }) {
  const { measures: words } = useMessages();
  const format = useFormat();
  const value = beat.kind === "paced" ? measure.read(beat) : undefined;
  if (value === undefined) return "–";
  if (value === "none") return words.none;
  const text = measure.isChange ? format.change(value, measure.decimals) : format.number(value, measure.decimals);
  return (
    <>
      <b>
        {text} {measure.unit}
      </b>
      {measure.isCompared && measure.now !== undefined && (
        <span className="quiet small"> ({format.change(value - measure.now, measure.decimals)})</span>
      )}
    </>
  );
}
