import {
  BALLOON_DEPTHS,
  BALLOON_PLACES,
  type BalloonPlace,
  type GuidedRehearsal,
  type RehearsalAct,
  RUN_VIEWS,
  RUN_VOLUMES_mL,
  type RunView,
} from "@tributary/care";
import { fillVeins, findTrunk } from "@tributary/model";
import { drawVenogram, STANDARD_VIEWS } from "@tributary/report";
import { type FormEvent, useMemo, useState } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import { usePlanRun } from "../../frame/workbench-context.ts";
import type { HeartScene } from "../../heart/heart-scene.ts";
import { useMessages } from "../../messages/use-messages.ts";

interface Props {
  readonly rehearsal: GuidedRehearsal;
  readonly act: (act: RehearsalAct) => void;
}

interface ShownRun {
  readonly view: RunView;
  readonly place: BalloonPlace;
  readonly contrast_mL: number;
  readonly number: number;
}

/** Contrast is given and counted; the picture shows how far it gets in this patient's veins. */
export function VenogramCard({ rehearsal, act }: Props) {
  const { implantPage } = useMessages();
  const words = implantPage.venogram;
  const run = usePlanRun();
  const runs = rehearsal.exposures.flatMap(({ run: shot, contrast_mL }) => (shot ? [{ ...shot, contrast_mL }] : []));
  const last = runs.at(-1);
  return (
    <section className="card stack">
      <header>
        <h2>{words.title}</h2>
        <p className="quiet">{words.lead}</p>
      </header>
      <RunForm act={act} />
      {run.kind !== "planned" && <p className="quiet">{words.noPlan}</p>}
      {run.kind === "planned" && last && <RunPicture heart={run.heart} run={{ ...last, number: runs.length }} />}
    </section>
  );
}

function RunForm({ act }: Pick<Props, "act">) {
  const { implantPage } = useMessages();
  const words = implantPage.venogram;
  const [view, setView] = useState<RunView>("lao40");
  const [place, setPlace] = useState<BalloonPlace>("ostium");
  const [volume_mL, setVolume] = useState<number>(RUN_VOLUMES_mL[2]);
  function give(event: FormEvent): void {
    event.preventDefault();
    act({ kind: "inject", view, place, volume_mL });
  }
  return (
    <form className="row controls" onSubmit={give}>
      <label>
        {words.view}
        <select className="field" value={view} onChange={({ target }) => setView(RUN_VIEWS[target.selectedIndex]!)}>
          {RUN_VIEWS.map((name) => (
            <option key={name} value={name}>
              {words.viewNames[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.place}
        <select
          className="field"
          value={place}
          onChange={({ target }) => setPlace(BALLOON_PLACES[target.selectedIndex]!)}
        >
          {BALLOON_PLACES.map((name) => (
            <option key={name} value={name}>
              {words.places[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.volume}
        <select className="field" value={volume_mL} onChange={({ target }) => setVolume(Number(target.value))}>
          {RUN_VOLUMES_mL.map((volume) => (
            <option key={volume} value={volume}>
              {words.milliliters(volume)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button main">
        {words.run}
      </button>
    </form>
  );
}

/** The run that was made last; how it filled can be gone over again, which costs nothing. */
function RunPicture({ heart, run }: { readonly heart: HeartScene; readonly run: ShownRun }) {
  const { implantPage } = useMessages();
  const words = implantPage.venogram;
  const [percent, setPercent] = useState(100);
  const picture = useMemo(
    () => draw(heart, run, (run.contrast_mL * percent) / 100, words.runNumber(run.number)),
    [heart, run, percent, words],
  );
  if (picture === undefined) return null;
  return (
    <>
      <label className="row">
        {words.filling}
        <input
          type="range"
          min={5}
          max={100}
          step={5}
          value={percent}
          onChange={({ target }) => setPercent(Number(target.value))}
        />
      </label>
      <div className="venogram">
        <PictureView picture={picture} />
      </div>
    </>
  );
}

function draw({ points_mm, triangles, veins }: HeartScene, run: ShownRun, contrast_mL: number, title: string) {
  const drawn = veins.map((vein) => ({ ...vein, diameter_mm: vein.radius_mm.map((radius_mm) => 2 * radius_mm) }));
  const trunk = findTrunk(drawn);
  if (trunk === undefined) return undefined;
  const balloon = { vein: trunk.name, arc_mm: BALLOON_DEPTHS[run.place] * trunk.arc_mm.at(-1)! };
  return drawVenogram({
    surface: { points_mm, triangles },
    veins: drawn,
    filling: fillVeins(drawn, balloon, contrast_mL),
    balloon,
    view: STANDARD_VIEWS[run.view],
    contrast_mL,
    title,
  });
}
