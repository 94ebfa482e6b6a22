import type { Plan, PlanSite } from "@tributary/plan";
import { nameStretch, writeDelays } from "@tributary/report";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";

/** Every site, the best first. */
export function RankingTable({ plan }: { readonly plan: Plan }) {
  const { planPage: words } = useMessages();
  const { sites, uncertainty } = plan;
  if (sites.length === 0) return <p>{words.noSite}</p>;
  return (
    <section className="card scroll">
      <table>
        <caption>{words.ranking}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.site}</th>
            <th scope="col" className="number">
              {words.segment}
            </th>
            <th scope="col">{words.vector}</th>
            <th scope="col">{words.delays}</th>
            <th scope="col" className="number">
              {words.total}
            </th>
            <th scope="col" className="number">
              {words.qrs}
            </th>
            <th scope="col" className="number">
              {words.score}
            </th>
            {uncertainty.drawCount > 0 && (
              <th scope="col" className="number">
                {words.best}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <Row key={site.id} site={site} isDrawn={uncertainty.drawCount > 0} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ site, isDrawn }: { readonly site: PlanSite; readonly isDrawn: boolean }) {
  const format = useFormat();
  return (
    <tr>
      <td>{site.rank}</td>
      <th scope="row">{nameStretch(site)}</th>
      <td className="number">{site.segment}</td>
      <td>{site.settings.vectorName}</td>
      <td>{writeDelays(site.settings)}</td>
      <td className="number">{format.number(site.totalActivationTime_ms.value)}</td>
      <td className="number">{format.number(site.qrsDuration_ms.value)}</td>
      <td className="number">{format.number(site.score, 2)}</td>
      {isDrawn && <td className="number">{format.percent(site.shareBest)}</td>}
    </tr>
  );
}
