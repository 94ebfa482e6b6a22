import type { Plan } from "@tributary/plan";
import type { Exploration, ExploredMeasures } from "../../engine/engine-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { listMeasureRows, type MeasureRow } from "./list-measure-rows.ts";

/** What the setting does, beside the heart as it is now and the setting that was kept. */
export function MeasuresCard({ plan, exploration }: { readonly plan: Plan; readonly exploration: Exploration }) {
  const { measures: words } = useMessages();
  const { current, frozen } = exploration;
  const rows = listMeasureRows(plan);
  return (
    <section className="card measures" aria-live="polite">
      <table>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {words.now}
            </th>
            {frozen && (
              <th scope="col" className="number frozen">
                {words.frozen}
              </th>
            )}
            <th scope="col" className="number set">
              {words.set}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{words[row.name]}</th>
              <td className="number quiet">
                <NowValue row={row} />
              </td>
              {frozen && (
                <td className="number">
                  <SetValue row={row} beat={frozen} />
                </td>
              )}
              <td className="number">
                <SetValue row={row} beat={current} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {current.kind === "not paced" && (
        <p className="banner" role="note">
          {current.reason}
        </p>
      )}
      {plan.mechanics && <p className="quiet small">{words.predicted}</p>}
    </section>
  );
}

function NowValue({ row }: { readonly row: MeasureRow }) {
  const format = useFormat();
  return row.now === undefined ? null : `${format.number(row.now, row.decimals)} ${row.unit}`;
}

function SetValue({ row, beat }: { readonly row: MeasureRow; readonly beat: ExploredMeasures }) {
  const { measures: words } = useMessages();
  const format = useFormat();
  const value = beat.kind === "paced" ? row.read(beat) : undefined;
  if (value === undefined) return "–";
  if (value === "none") return words.none;
  const text = row.isChange ? format.change(value, row.decimals) : format.number(value, row.decimals);
  return (
    <>
      <b>
        {text} {row.unit}
      </b>
      {row.isCompared && row.now !== undefined && (
        <span className="change quiet small"> ({format.change(value - row.now, row.decimals)})</span>
      )}
    </>
  );
}
