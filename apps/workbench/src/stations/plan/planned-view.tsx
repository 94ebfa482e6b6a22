import type { ExplorerOptions, Plan } from "@tributary/plan";
import { PictureView } from "../../design/picture-view.tsx";
import { Background } from "./background.tsx";
import { MeasuresCard } from "./measures-card.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { SettingCard } from "./setting-card.tsx";
import { useExploration } from "./use-exploration.ts";
import { useSetting } from "./use-setting.ts";

/** A finished plan: set the lead and see what it does, choose a site, read what the ranking stands on. */
export function PlannedView({ plan, options }: { readonly plan: Plan; readonly options: ExplorerOptions }) {
  const setting = useSetting(plan);
  const exploration = useExploration(setting);
  return (
    <>
      {setting && (
        <div className="bench">
          <div className="stack controls">
            <SettingCard plan={plan} options={options} setting={setting} />
            {exploration && <MeasuresCard plan={plan} exploration={exploration} />}
          </div>
          {exploration && (
            <div className="answers">
              <PictureView picture={exploration.ecg} />
              {exploration.segments && <PictureView picture={exploration.segments} />}
            </div>
          )}
        </div>
      )}
      <RankingTable plan={plan} setting={setting} />
      <Background plan={plan} />
    </>
  );
}
