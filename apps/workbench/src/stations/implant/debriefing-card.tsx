import { debriefRehearsal, type GuidedRehearsal } from "@tributary/care";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { RefusalText } from "./refusal-list.tsx";
import { useProcedureWords } from "./use-procedure-words.ts";

/** What a learner looks back at: counts by step, what was refused and why, what came up. */
export function DebriefingCard({ rehearsal }: { readonly rehearsal: GuidedRehearsal }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const { number } = useFormat();
  const { score, steps, slips, met } = debriefRehearsal(rehearsal);
  const nameStep = (id: string) => procedure.steps[id as keyof typeof procedure.steps];
  return (
    <section className="card debriefing">
      <h2>{words.debriefing}</h2>
      <p>{words.score(score.completedStepCount, score.stepCount, score.undoneMoveCount, slips.length)}</p>
      <p className="quiet small">{procedure.scoreNotice}</p>
      <div className="debriefing-lists">
        <div>
          <h3>{words.slipList}</h3>
          {slips.length === 0 ? (
            <p>{words.noSlips}</p>
          ) : (
            <ol>
              {slips.map(({ place, reasons }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: slips only ever grow at the end
                <li key={index}>
                  <span className="quiet small">{nameStep(place)}</span>
                  {reasons.map((refusal) => (
                    <p key={refusal.id}>
                      <RefusalText refusal={refusal} />
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          )}
        </div>
        <div>
          <h3>{words.eventList}</h3>
          {met.length === 0 ? (
            <p>{words.noEvents}</p>
          ) : (
            <ul>
              {met.map((id) => (
                <li key={id}>
                  {procedure.complications[id]?.name}: {procedure.complications[id]?.first}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <ScrollRegion label={words.debriefing}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.stepName}</th>
              <th scope="col" className="number">
                {words.doneAt}
              </th>
              <th scope="col" className="number">
                {words.times}
              </th>
              <th scope="col" className="number">
                {words.slips}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ id, tookUntil_min, times, slipCount }) => (
              <tr key={id}>
                <th scope="row">{nameStep(id)}</th>
                <td className="number">{number(tookUntil_min)}</td>
                <td className="number">{times}</td>
                <td className="number">{slipCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
