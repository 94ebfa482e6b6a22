import { spellVeinName } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { type ColorScale, nameStretch, type View } from "@tributary/report";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { findTip } from "./find-tip.ts";
import type { HeartScene, PacedScene } from "./heart-scene.ts";
import { createHeartStage, type HeartStage, type ScreenPoint } from "./heart-stage.ts";

/** Where the tip of the lead was dragged to. */
export interface LeadMove {
  readonly vein: string;
  readonly tipDepth_mm: number;
}

/** What is drawn beside the activation. */
export interface HeartLook {
  readonly isFluoroscopy: boolean;
  readonly hasLabels: boolean;
  /** Of the heart, on the viewer's side. */
  readonly cutFraction: number;
}

interface Props {
  readonly plan: Plan;
  readonly heart: HeartScene;
  readonly paced: PacedScene | undefined;
  readonly vein: string;
  readonly chosenSite: string | undefined;
  readonly scale: ColorScale;
  readonly view: View;
  readonly times_ms: Float32Array;
  readonly cursor_ms: number;
  readonly look: HeartLook;
  readonly onMoveLead: (move: LeadMove, gesture: string) => void;
  readonly onChooseSite: (siteId: string) => void;
}

/** The lead is taken hold of this near to its tip or one of its electrodes. */
const GRIP_px = 16;

export function HeartCanvas(props: Props) {
  const { heart, scale, paced, vein, view, times_ms, cursor_ms, look, onMoveLead } = props;
  const firstScale = useRef(scale);
  const { heartView: words } = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<HeartStage | undefined>();
  const [isMissing, setIsMissing] = useState(false);
  // Counts drawings, so that what stands over the picture follows it.
  const [, setDrawing] = useState(0);
  const gesture = useRef<string | undefined>(undefined);

  useEffect(() => {
    let created: HeartStage;
    try {
      created = createHeartStage(canvas.current!, heart, firstScale.current, () => setDrawing((count) => count + 1));
    } catch {
      setIsMissing(true);
      return;
    }
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) created.resize(width, height);
    });
    observer.observe(canvas.current!.parentElement!);
    setStage(created);
    return () => {
      observer.disconnect();
      created.dispose();
      setStage(undefined);
    };
  }, [heart]);
  useEffect(() => stage?.look(view), [stage, view]);
  useEffect(() => stage?.showTimes(times_ms), [stage, times_ms]);
  useEffect(() => stage?.showLead(paced), [stage, paced]);
  useEffect(() => stage?.setCursor(cursor_ms), [stage, cursor_ms]);
  useEffect(() => stage?.setScale(scale), [stage, scale]);
  useEffect(() => stage?.cut(look.cutFraction), [stage, look.cutFraction]);
  useEffect(() => stage?.setFluoroscopy(look.isFluoroscopy), [stage, look.isFluoroscopy]);

  function locate(event: PointerEvent): { x_px: number; y_px: number } {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x_px: event.clientX - left, y_px: event.clientY - top };
  }
  function grip(event: PointerEvent): void {
    if (!stage || !paced) return;
    const { x_px, y_px } = locate(event);
    const isHeld = paced.electrodes.some(({ point_mm }) => {
      const at = stage.project(point_mm);
      return Math.hypot(at.x_px - x_px, at.y_px - y_px) <= GRIP_px;
    });
    if (!isHeld) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    gesture.current = crypto.randomUUID();
    stage.holdView(true);
  }
  function drag(event: PointerEvent): void {
    if (!stage || gesture.current === undefined) return;
    const tip = findTip(stage, heart, locate(event), vein);
    if (tip) onMoveLead({ vein: tip.vein, tipDepth_mm: tip.depth_mm }, gesture.current);
  }
  function release(): void {
    gesture.current = undefined;
    stage?.holdView(false);
  }

  if (isMissing) return <p className="no-picture">{words.noWebgl}</p>;
  return (
    <div
      className={look.isFluoroscopy ? "heart-stage fluoroscopy" : "heart-stage"}
      onPointerDownCapture={grip}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <canvas ref={canvas} role="img" aria-label={words.description} />
      {stage && <Marks {...props} stage={stage} />}
      {stage && look.hasLabels && <AnatomyLabels heart={heart} stage={stage} />}
      <p className="hint quiet small">{look.isFluoroscopy ? words.schematic : words.hint}</p>
    </div>
  );
}

/** Ranks beyond these would crowd the picture; all stand in the table. */
const MARKED_SITES = 8;

/** Names of the electrodes and ranks of the sites, over the picture. */
function Marks({ stage, heart, paced, plan, chosenSite, onChooseSite }: Props & { readonly stage: HeartStage }) {
  return (
    <div className="marks">
      {heart.sites.slice(0, MARKED_SITES).map(({ id, rank, point_mm }) => {
        // The lead lies there.
        if (id === chosenSite) return null;
        const site = plan.sites.find((own) => own.id === id);
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className="site-mark"
            title={site && nameStretch(site)}
            aria-label={site && `${rank}: ${nameStretch(site)}`}
            style={placeMark(stage.project(point_mm))}
            onClick={() => onChooseSite(id)}
          >
            {rank}
          </button>
        );
      })}
      {paced?.electrodes.map(({ name, point_mm, isCathode }) => (
        <span
          key={name}
          className={isCathode ? "electrode-mark cathode" : "electrode-mark"}
          style={placeMark(stage.project(point_mm))}
        >
          {name}
        </span>
      ))}
    </div>
  );
}

/** Names of the veins at their ends, and numbers of the segments; those of the far side stay out. */
function AnatomyLabels({ stage, heart }: { readonly stage: HeartStage; readonly heart: HeartScene }) {
  const ends = heart.veins.map(({ name, points_mm }) => ({
    key: name,
    kind: "vein-label",
    text: spellVeinName(name),
    at: stage.project([points_mm.at(-3)!, points_mm.at(-2)!, points_mm.at(-1)!]),
  }));
  const segments = heart.segments.map(({ segment, point_mm }) => ({
    key: `segment ${segment}`,
    kind: "segment-label",
    text: String(segment),
    at: stage.project(point_mm),
  }));
  return (
    <div className="marks" aria-hidden="true">
      {[...ends, ...segments].map(
        ({ key, kind, text, at }) =>
          at.isFront && (
            <span key={key} className={`anatomy-label ${kind}`} style={placeMark(at)}>
              {text}
            </span>
          ),
      )}
    </div>
  );
}

function placeMark({ x_px, y_px, isFront }: ScreenPoint) {
  return { transform: `translate(${x_px.toFixed(1)}px, ${y_px.toFixed(1)}px)`, opacity: isFront ? 1 : 0.35 };
}
