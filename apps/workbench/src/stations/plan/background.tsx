import { spellVeinName } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import {
  ALTERNATIVE_PUMP_NOTE,
  drawPlanAlternatives,
  drawPlanScorecard,
  drawPlanSensitivities,
  drawPlanUncertainty,
  spellVeinsIn,
  tabulateAlternativePumps,
} from "@tributary/report";
import { useMemo } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import { useMessages } from "../../messages/use-messages.ts";

/** What the ranking stands on: scores, uncertainty, alternatives, what was left out, what is missing and assumed. */
export function Background({ plan }: { readonly plan: Plan }) {
  const pictures = useMemo(
    () =>
      [
        drawPlanScorecard(plan),
        drawPlanUncertainty(plan),
        drawPlanSensitivities(plan),
        plan.alternatives.length > 0 ? drawPlanAlternatives(plan) : undefined,
      ].filter((picture) => picture !== undefined),
    [plan],
  );
  return (
    <div className="pictures">
      {pictures.map((picture) => (
        <PictureView key={picture.title} picture={picture} />
      ))}
      <AlternativePumps plan={plan} />
      <Notes plan={plan} />
    </div>
  );
}

function AlternativePumps({ plan }: { readonly plan: Plan }) {
  return tabulateAlternativePumps(plan).map(({ caption, columns, rows }) => (
    <section key={caption} className="card stack">
      <ScrollRegion label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={index > 0 ? "number" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={columns[index + 1]} className="number">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="quiet small">{ALTERNATIVE_PUMP_NOTE}</p>
    </section>
  ));
}

function Notes({ plan }: { readonly plan: Plan }) {
  const { planPage: words } = useMessages();
  const { exclusions, missing, remarks, calibration, uncertainty, assumptions } = plan;
  return (
    <section className="card stack notes">
      <NoteList
        title={words.excluded}
        notes={exclusions.map(
          ({ vein, reason }) =>
            `${vein === undefined ? words.excludedDelays : spellVeinName(vein)}: ${spellVeinsIn(reason)}`,
        )}
      />
      <NoteList title={words.missing} notes={missing} />
      <NoteList title={words.remarks} notes={[...remarks, ...calibration.remarks, ...uncertainty.remarks]} />
      <details>
        <summary>{words.assumptions}</summary>
        <ul>
          {assumptions.map(({ text, source }) => (
            <li key={text}>
              {text} <span className="quiet">({source})</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function NoteList({ title, notes }: { readonly title: string; readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
