import type { ExploredSetting, Plan, PlanSite } from "@tributary/plan";
import { nameStretch, spellVeinsIn, writeDelays } from "@tributary/report";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { isSameSetting, readSetting, useChooseSetting } from "./use-setting.ts";

interface Props {
  readonly plan: Plan;
  /** The setting at hand; undefined where none can be chosen yet. */
  readonly setting: ExploredSetting | undefined;
}

/** Every site, the best first; a site is chosen by its name. */
export function RankingTable({ plan, setting }: Props) {
  const { planPage: words } = useMessages();
  const { sites, uncertainty } = plan;
  const isDrawn = uncertainty.drawCount > 0;
  if (sites.length === 0) return <p>{words.noSite}</p>;
  return (
    <section className="card ranking">
      <ScrollRegion label={words.ranking}>
        <table>
          <caption>{words.ranking}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {words.rank}
              </th>
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
              {isDrawn && (
                <>
                  <th scope="col" className="number">
                    {words.best}
                  </th>
                  <th scope="col" className="number">
                    {words.rankInterval}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <Row key={site.id} site={site} setting={setting} isDrawn={isDrawn} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

interface RowProps {
  readonly site: PlanSite;
  readonly setting: ExploredSetting | undefined;
  readonly isDrawn: boolean;
}

function Row({ site, setting, isDrawn }: RowProps) {
  const format = useFormat();
  const { planPage: words } = useMessages();
  const choose = useChooseSetting();
  const own = readSetting(site.settings);
  const isChosen = isSameSetting(setting, own);
  return (
    <tr className={isChosen ? "chosen" : undefined}>
      <td className="number">{site.rank}</td>
      <th scope="row">
        {setting ? (
          <button type="button" className="site" aria-pressed={isChosen} onClick={() => choose(own)}>
            {nameStretch(site)}
          </button>
        ) : (
          nameStretch(site)
        )}
        <p className="quiet small">{spellVeinsIn(site.reason)}</p>
      </th>
      <td className="number">{site.segment}</td>
      <td>{site.settings.vectorName}</td>
      <td>{writeDelays(site.settings)}</td>
      <td className="number">{format.number(site.totalActivationTime_ms.value)}</td>
      <td className="number">{format.number(site.qrsDuration_ms.value)}</td>
      <td className="number">{format.number(site.score, 2)}</td>
      {isDrawn && (
        <>
          <td className="number">{format.percent(site.shareBest)}</td>
          <td className="number">{words.fromTo(site.rankInterval[0], site.rankInterval[1])}</td>
        </>
      )}
    </tr>
  );
}
