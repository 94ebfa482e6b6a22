import { listSegmentScars, paintSegment, type SegmentScar } from "@tributary/intake";
import { AHA_SECTORS, type AhaSector, centerOfSector, outlineSector } from "@tributary/report";
import { useState } from "react";
import { useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { OpenedCase } from "../../state/workspace.ts";
import "./scar-card.css";
import { SettingChoice } from "./setting-choice.tsx";

const DEPTHS = ["0", "0.25", "0.5", "0.75", "1"] as const;
const FIRST_BRUSH: SegmentScar = { transmuralFraction: 0.5, from: "endocardium", tissue: "scar" };

/** The scar of the case on a bull's-eye, to be painted segment by segment; then the plan ranks again. */
export function ScarCard() {
  const { opened } = useWorkspace();
  // What was painted belongs to the case that it was painted on.
  return <ScarBrush key={opened.case.id + JSON.stringify(opened.case.scar)} opened={opened} />;
}

function ScarBrush({ opened }: { readonly opened: OpenedCase }) {
  const { scar: words } = useMessages();
  const { store, engine } = useWorkbench();
  const [brush, setBrush] = useState(FIRST_BRUSH);
  const [painted, setPainted] = useState(opened.case);
  const isChanged = painted !== opened.case;
  const paint = (segment: number) => {
    const isSame = JSON.stringify(listSegmentScars(painted).get(segment)) === JSON.stringify(brush);
    const scar = isSame || brush.transmuralFraction === 0 ? undefined : brush;
    setPainted(paintSegment(painted, segment, scar));
  };
  const apply = () => {
    const changed = { ...opened, case: painted };
    store.change({ kind: "scarMarked", opened: changed });
    engine.plan(changed);
  };
  return (
    <section className="card scar">
      <div className="stack">
        <h2>{words.title}</h2>
        <p className="quiet small">{words.lead}</p>
        {painted.scar === undefined && <p className="banner">{words.unknown}</p>}
        <BrushFields brush={brush} onChange={setBrush} />
        {painted.scar?.some(({ by }) => by === "elementLabel") && <p className="quiet small">{words.byLabel}</p>}
        <div className="row">
          <button type="button" className="button main" disabled={!isChanged} onClick={apply}>
            {words.apply}
          </button>
          <button type="button" className="button" disabled={!isChanged} onClick={() => setPainted(opened.case)}>
            {words.discard}
          </button>
        </div>
      </div>
      <ScarDisc scars={listSegmentScars(painted)} onPaint={paint} />
    </section>
  );
}

interface BrushProps {
  readonly brush: SegmentScar;
  readonly onChange: (brush: SegmentScar) => void;
}

function BrushFields({ brush, onChange }: BrushProps) {
  const { scar: words } = useMessages();
  const format = useFormat();
  return (
    <>
      <SettingChoice
        label={words.depth}
        value={String(brush.transmuralFraction)}
        options={DEPTHS.map((value) => ({
          value,
          text: value === "0" ? words.erase : format.percent(Number(value)),
        }))}
        onChange={(value) => onChange({ ...brush, transmuralFraction: Number(value) })}
      />
      <SettingChoice
        label={words.tissue}
        value={brush.tissue}
        options={(["scar", "borderZone"] as const).map((value) => ({ value, text: words.tissues[value] }))}
        onChange={(tissue) => onChange({ ...brush, tissue })}
      />
      <SettingChoice
        label={words.side}
        value={brush.from}
        options={(["endocardium", "epicardium"] as const).map((value) => ({ value, text: words.sides[value] }))}
        onChange={(from) => onChange({ ...brush, from })}
      />
    </>
  );
}

const RADIUS_px = 150;
/** Room for the directions around the disc. */
const RIM_px = 26;
const CENTER_px = RADIUS_px + RIM_px;

interface DiscProps {
  readonly scars: ReadonlyMap<number, SegmentScar>;
  readonly onPaint: (segment: number) => void;
}

/** Each segment is a button that says what it holds, over a picture of the same. */
function ScarDisc({ scars, onPaint }: DiscProps) {
  const { scar: words } = useMessages();
  const { anterior, lateral, inferior, septal } = words.directions;
  return (
    <fieldset className="scar-disc" aria-label={words.title}>
      <svg viewBox={`0 0 ${2 * CENTER_px} ${2 * CENTER_px}`} aria-hidden="true" focusable="false">
        {AHA_SECTORS.map((sector) => {
          const scar = scars.get(sector.segment);
          return (
            <path
              key={sector.segment}
              className={scar?.tissue ?? "healthy"}
              d={outlineSector(sector, { x: CENTER_px, y: CENTER_px }, RADIUS_px)}
              style={{ fillOpacity: scar ? 0.25 + 0.75 * scar.transmuralFraction : 1 }}
            />
          );
        })}
        <text x={CENTER_px} y={RIM_px - 10}>
          {anterior}
        </text>
        <text x={CENTER_px} y={2 * CENTER_px - 8}>
          {inferior}
        </text>
        <text transform={`translate(${2 * CENTER_px - 16} ${CENTER_px}) rotate(90)`}>{lateral}</text>
        <text transform={`translate(16 ${CENTER_px}) rotate(-90)`}>{septal}</text>
      </svg>
      {AHA_SECTORS.map((sector) => (
        <SegmentButton key={sector.segment} sector={sector} scar={scars.get(sector.segment)} onPaint={onPaint} />
      ))}
    </fieldset>
  );
}

interface SegmentProps extends Pick<DiscProps, "onPaint"> {
  readonly sector: AhaSector;
  readonly scar: SegmentScar | undefined;
}

function SegmentButton({ sector, scar, onPaint }: SegmentProps) {
  const { scar: words } = useMessages();
  const format = useFormat();
  const { x, y } = centerOfSector(sector);
  const part = scar && format.percent(scar.transmuralFraction);
  const said = scar ? `${part}, ${words.tissues[scar.tissue]}` : words.healthy;
  const place = (at: number) => `${(50 * (1 + (at * RADIUS_px) / CENTER_px)).toFixed(2)}%`;
  return (
    <button
      type="button"
      className={scar ? "segment scarred" : "segment"}
      aria-pressed={scar !== undefined}
      aria-label={words.segment(sector.segment, sector.name, said)}
      title={words.segment(sector.segment, sector.name, said)}
      style={{ left: place(x), top: place(y) }}
      onClick={() => onPaint(sector.segment)}
    >
      {sector.segment}
      {part && <small>{part}</small>}
    </button>
  );
}
