import type { ExplorerOptions, Plan } from "@tributary/plan";
import { lazy, Suspense } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import type { HeartScene } from "../../heart/heart-scene.ts";
import { Background } from "./background.tsx";
import { DelayGrid } from "./delay-grid.tsx";
import { MeasuresStrip } from "./measures-strip.tsx";
import { PumpCard } from "./pump-card.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { ScarCard } from "./scar-card.tsx";
import { SettingCard } from "./setting-card.tsx";
import { useExploration } from "./use-exploration.ts";
import { isSameSetting, readSetting, useChooseSetting, useSetting } from "./use-setting.ts";

const HeartView = lazy(() => import("../../heart/heart-view.tsx"));

interface Props {
  readonly plan: Plan;
  readonly options: ExplorerOptions;
  readonly heart: HeartScene;
}

/** A finished plan: set the lead and see what it does, choose a site, read what the ranking stands on. */
export function PlannedView({ plan, options, heart }: Props) {
  const setting = useSetting(plan);
  const choose = useChooseSetting();
  const exploration = useExploration(setting);
  return (
    <>
      {setting && (
        <div className="bench">
          {exploration && <MeasuresStrip plan={plan} exploration={exploration} />}
          <SettingCard plan={plan} options={options} setting={setting} />
          {exploration && (
            <Suspense fallback={<div className="card heart-place" />}>
              <HeartView
                plan={plan}
                heart={heart}
                paced={exploration.scene}
                vein={setting.vein}
                chosenSite={plan.sites.find((site) => isSameSetting(setting, readSetting(site.settings)))?.id}
                onMoveLead={(move, gesture) => choose({ ...setting, ...move }, gesture)}
                onChooseSite={(id) => choose(readSetting(plan.sites.find((site) => site.id === id)!.settings))}
              />
            </Suspense>
          )}
          {exploration && (
            <div className="answers">
              <PictureView picture={exploration.ecg} />
              {exploration.segments && <PictureView picture={exploration.segments} />}
            </div>
          )}
        </div>
      )}
      {setting && <PumpCard plan={plan} />}
      {setting && <DelayGrid plan={plan} setting={setting} />}
      <RankingTable plan={plan} setting={setting} />
      <ScarCard />
      <Background plan={plan} />
    </>
  );
}
