import type { Plan } from "@tributary/plan";
import { type ColorScale, createColorScale, STANDARD_VIEWS, type View } from "@tributary/report";
import { useMemo, useState } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { type ColorChoice, ColorFields } from "./color-fields.tsx";
import { HeartCanvas, type HeartLook, type LeadMove } from "./heart-canvas.tsx";
import type { HeartScene, PacedScene } from "./heart-scene.ts";
import { LookFields } from "./look-fields.tsx";
import { Playback } from "./playback.tsx";
import { TimeBar } from "./time-bar.tsx";
import "./heart-view.css";

interface Props {
  readonly plan: Plan;
  readonly heart: HeartScene;
  /** Undefined where the setting does not pace. */
  readonly paced: PacedScene | undefined;
  readonly vein: string;
  /** The site of the setting, where it is that of a ranked one. */
  readonly chosenSite: string | undefined;
  readonly onMoveLead: (move: LeadMove, gesture: string) => void;
  readonly onChooseSite: (siteId: string) => void;
}

const VIEWS = ["rao30", "ap", "lao40", "leftLateral", "pa"] as const;
type Shown = "now" | "set";

/** The heart with its veins and the lead, colored by activation time; turned by hand, or to a standard view. */
export default function HeartView(props: Props) {
  const { heart, paced } = props;
  const { heartView: words, measures } = useMessages();
  const full = useMemo(() => createColorScale(heart.before_ms), [heart]);
  const [colors, setColors] = useState<ColorChoice>({ map: "viridis", range_ms: undefined });
  const scale = useMemo(() => createScale(full, colors), [full, colors]);
  const [look, setLook] = useState<HeartLook>({ isFluoroscopy: false, hasLabels: false, cutFraction: 0 });
  // A new object each time: the same view may be asked for again after the heart was turned by hand.
  const [view, setView] = useState<View>(() => ({ ...STANDARD_VIEWS[chooseView(heart)] }));
  const [shown, setShown] = useState<Shown>("set");
  const [cursor_ms, setCursor] = useState(full.high);
  const times_ms = shown === "set" && paced ? paced.times_ms : heart.before_ms;
  return (
    <figure className="card heart-view">
      <header className="row">
        <h2>{words.title}</h2>
        <fieldset className="row" aria-label={words.shown}>
          {(["now", "set"] as const).map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              aria-pressed={shown === name}
              onClick={() => setShown(name)}
            >
              {measures[name]}
            </button>
          ))}
        </fieldset>
        <fieldset className="row" aria-label={words.views}>
          {VIEWS.map((name) => (
            <button key={name} type="button" className="button" onClick={() => setView({ ...STANDARD_VIEWS[name] })}>
              {words.viewNames[name]}
            </button>
          ))}
        </fieldset>
      </header>
      <HeartCanvas {...props} scale={scale} view={view} times_ms={times_ms} cursor_ms={cursor_ms} look={look} />
      <LookFields look={look} onChange={setLook} />
      <footer>
        <Playback end_ms={full.high} cursor_ms={cursor_ms} onChange={setCursor} />
        <TimeBar scale={scale} />
      </footer>
      <ColorFields full={full} colors={colors} onChange={setColors} />
    </figure>
  );
}

/** Early is bright in the perceptual map and red in the conventional one, which is used as it is. */
function createScale({ low, high }: ColorScale, { map, range_ms }: ColorChoice): ColorScale {
  return createColorScale([], { colorMap: map, reversed: map === "viridis", range: range_ms ?? [low, high] });
}

/** The standard view that shows the best site nearest to the middle of the near side. */
function chooseView({ points_mm, sites }: HeartScene): (typeof VIEWS)[number] {
  const best = sites[0];
  if (!best) return "lao40";
  const center = [0, 1, 2].map((axis) => {
    let sum = 0;
    for (let i = axis; i < points_mm.length; i += 3) sum += points_mm[i]!;
    return (3 * sum) / points_mm.length;
  });
  const facing = (name: (typeof VIEWS)[number]) =>
    STANDARD_VIEWS[name].toward.reduce((sum, part, axis) => sum + part * (best.point_mm[axis]! - center[axis]!), 0);
  return VIEWS.reduce((a, b) => (facing(b) > facing(a) ? b : a));
}
