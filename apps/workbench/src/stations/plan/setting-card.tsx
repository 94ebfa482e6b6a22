import { spellVeinName } from "@tributary/model";
import type { ExploredSetting, ExplorerOptions, Plan } from "@tributary/plan";
import { useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { SettingChoice } from "./setting-choice.tsx";
import { SettingSlider } from "./setting-slider.tsx";
import { isSameSetting, readSetting, useChooseSetting } from "./use-setting.ts";

/** The grid of the plan is coarser; between its delays the answer is as exact. */
const DELAY_STEP_ms = 5;

interface Props {
  readonly plan: Plan;
  readonly options: ExplorerOptions;
  readonly setting: ExploredSetting;
}

/** Where the lead lies and how it paces, to be changed. */
export function SettingCard({ plan, options, setting }: Props) {
  const { setting: words, measures } = useMessages();
  const choose = useChooseSetting();
  const change = (changes: Partial<ExploredSetting>, gesture?: string) => choose({ ...setting, ...changes }, gesture);
  return (
    <section className="card setting">
      <h2>{words.title}</h2>
      <PlaceFields options={options} setting={setting} change={change} />
      <TimingFields options={options} setting={setting} change={change} />
      {plan.mechanics && <p className="quiet small">{measures.predicted}</p>}
      <Comparison plan={plan} setting={setting} />
    </section>
  );
}

interface FieldProps extends Omit<Props, "plan"> {
  readonly change: (changes: Partial<ExploredSetting>, gesture?: string) => void;
}

function PlaceFields({ options, setting, change }: FieldProps) {
  const { setting: words } = useMessages();
  const format = useFormat();
  const depths = options.depths_mm.get(setting.vein) ?? [];
  const nearest = (vein: string) => {
    const own = options.depths_mm.get(vein)!;
    return own.reduce((a, b) => (Math.abs(b - setting.tipDepth_mm) < Math.abs(a - setting.tipDepth_mm) ? b : a));
  };
  return (
    <>
      <SettingChoice
        label={words.vein}
        value={setting.vein}
        options={[...options.depths_mm.keys()].map((vein) => ({ value: vein, text: spellVeinName(vein) }))}
        onChange={(vein) => change({ vein, tipDepth_mm: nearest(vein) })}
      />
      <SettingSlider
        label={words.depth}
        text={`${format.number(setting.tipDepth_mm)} mm`}
        value={depths.indexOf(setting.tipDepth_mm)}
        range={[0, depths.length - 1]}
        step={1}
        onChange={(index, gesture) => change({ tipDepth_mm: depths[index]! }, gesture)}
      />
      <SettingChoice
        label={words.vector}
        value={setting.vectorName}
        options={options.vectors.map(({ name }) => ({ value: name, text: name }))}
        onChange={(vectorName) => change({ vectorName })}
      />
      <SettingChoice
        label={words.rvSite}
        value={setting.rvSite}
        options={options.rvSites.map((site) => ({ value: site, text: words.sites[site] ?? site }))}
        onChange={(rvSite) => change({ rvSite })}
      />
    </>
  );
}

function TimingFields({ options, setting, change }: FieldProps) {
  const { setting: words } = useMessages();
  const format = useFormat();
  const { avDelay_ms, vvDelay_ms } = setting;
  const size = format.number(Math.abs(vvDelay_ms));
  const order = vvDelay_ms === 0 ? words.together : vvDelay_ms > 0 ? words.lvFirst(size) : words.rvFirst(size);
  return (
    <>
      {options.avRange_ms === undefined || avDelay_ms === undefined ? (
        <p className="quiet small">{words.noAv}</p>
      ) : (
        <SettingSlider
          label={words.avDelay}
          text={`${format.number(avDelay_ms)} ms`}
          value={avDelay_ms}
          range={options.avRange_ms}
          step={DELAY_STEP_ms}
          onChange={(value, gesture) => change({ avDelay_ms: value }, gesture)}
        />
      )}
      <SettingSlider
        label={words.vvDelay}
        text={order}
        value={vvDelay_ms}
        range={options.vvRange_ms}
        step={DELAY_STEP_ms}
        onChange={(value, gesture) => change({ vvDelay_ms: value }, gesture)}
      />
    </>
  );
}

function Comparison({ plan, setting }: Omit<Props, "options">) {
  const { setting: words } = useMessages();
  const { store } = useWorkbench();
  const { frozen } = useWorkspace();
  const choose = useChooseSetting();
  const best = plan.sites[0] && readSetting(plan.sites[0].settings);
  return (
    <div className="row">
      {best && (
        <button type="button" className="button" disabled={isSameSetting(best, setting)} onClick={() => choose(best)}>
          {words.best}
        </button>
      )}
      <button
        type="button"
        className="button"
        disabled={isSameSetting(frozen, setting)}
        onClick={() => store.change({ kind: "settingFrozen", setting })}
      >
        {words.freeze}
      </button>
      {frozen && (
        <button type="button" className="button" onClick={() => store.change({ kind: "frozenReleased" })}>
          {words.release}
        </button>
      )}
    </div>
  );
}
