import type { ExploredSetting, Plan } from "@tributary/plan";
import { type ColorScale, chooseStarkInkOn, colorOf, createColorScale, formatColor } from "@tributary/report";
import { type KeyboardEvent, useState } from "react";
import { ScrollRegion } from "../../design/scroll-region.tsx";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import "./delay-grid.css";
import { SettingChoice } from "./setting-choice.tsx";
import { isSameSetting, readSetting, useChooseSetting } from "./use-setting.ts";

interface Quantity {
  readonly name: "total" | "qrs" | "pressureRise" | "strokeVolume";
  /** Row by row of AV; undefined where a pulse is not delivered. */
  readonly values: readonly (number | undefined)[];
  readonly better: "low" | "high";
  readonly decimals: number;
}

interface Props {
  readonly plan: Plan;
  readonly setting: ExploredSetting;
}

/** What the delays do at the best site, cell by cell; a chosen cell is set. */
export function DelayGrid({ plan, setting }: Props) {
  const { delays: words } = useMessages();
  const quantities = listQuantities(plan);
  const [name, setName] = useState<Quantity["name"]>("total");
  const quantity = quantities.find((own) => own.name === name) ?? quantities[0];
  if (!quantity) return null;
  return (
    <section className="card stack delays">
      <h2>{words.title}</h2>
      <p className="quiet small">{words.lead}</p>
      <SettingChoice
        label={words.quantity}
        value={quantity.name}
        options={quantities.map((own) => ({ value: own.name, text: words.quantities[own.name] }))}
        onChange={setName}
      />
      <ScrollRegion label={words.title}>
        <Cells plan={plan} setting={setting} quantity={quantity} />
      </ScrollRegion>
      <p className="quiet small">
        {words.better}; <span aria-hidden="true">×</span> {words.undelivered}
      </p>
    </section>
  );
}

function listQuantities({ response, mechanics }: Plan): readonly Quantity[] {
  if (!response) return [];
  return [
    { name: "total", values: response.totalActivationTime_ms, better: "low", decimals: 0 },
    { name: "qrs", values: response.qrsDuration_ms, better: "low", decimals: 0 },
    ...(mechanics
      ? ([
          { name: "pressureRise", values: mechanics.surface.pressureRise, better: "high", decimals: 1 },
          { name: "strokeVolume", values: mechanics.surface.strokeVolume, better: "high", decimals: 1 },
        ] as const)
      : []),
  ];
}

/** Where an arrow key goes: rows and columns. */
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const move = MOVES[event.key];
  const cell = (event.target as HTMLElement).closest("td");
  if (!move || !cell) return;
  const row = cell.parentElement as HTMLTableRowElement;
  const next = (row.parentElement as HTMLTableSectionElement).rows[row.sectionRowIndex + move[0]]?.cells[
    cell.cellIndex + move[1]
  ]?.querySelector("button");
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Cells({ plan, setting, quantity }: Props & { readonly quantity: Quantity }) {
  const { delays: words } = useMessages();
  const format = useFormat();
  const choose = useChooseSetting();
  const { avDelays_ms, vvDelays_ms } = plan.response!;
  const best = readSetting(plan.sites[0]!.settings);
  const scale = createColorScale(quantity.values, { colorMap: "blues", reversed: quantity.better === "low" });
  const rows = avDelays_ms.length === 0 ? [undefined] : avDelays_ms;
  const options = rows.map((avDelay_ms) => vvDelays_ms.map((vvDelay_ms) => ({ ...best, avDelay_ms, vvDelay_ms })));
  // One cell is reached by Tab: the one that is set, or the first.
  const isSetHere = options.flat().some((own) => isSameSetting(setting, own));
  return (
    <table aria-label={`${words.title}: ${words.quantities[quantity.name]}`} onKeyDown={moveFocus}>
      <thead>
        <tr>
          <td />
          <th colSpan={vvDelays_ms.length} scope="colgroup">
            {words.vv}
          </th>
        </tr>
        <tr>
          <th scope="col">{words.av}</th>
          {vvDelays_ms.map((vvDelay_ms) => (
            <th key={vvDelay_ms} scope="col">
              {format.number(vvDelay_ms)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {options.map((row, i) => (
          <tr key={rows[i] ?? "none"}>
            <th scope="row">{rows[i] === undefined ? "–" : format.number(rows[i])}</th>
            {row.map((own, j) => {
              const value = quantity.values[i * vvDelays_ms.length + j];
              const isSet = isSameSetting(setting, own);
              return (
                <td key={own.vvDelay_ms}>
                  <button
                    type="button"
                    tabIndex={isSet || (!isSetHere && i + j === 0) ? 0 : -1}
                    aria-pressed={isSet}
                    aria-label={words.cell(
                      rows[i] === undefined ? "–" : format.number(rows[i]),
                      format.number(own.vvDelay_ms),
                      value === undefined ? words.undelivered : format.number(value, quantity.decimals),
                    )}
                    style={colorCell(scale, value)}
                    onClick={() => choose(own)}
                  >
                    {value === undefined ? "×" : format.number(value, quantity.decimals)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function colorCell(scale: ColorScale, value: number | undefined) {
  if (value === undefined) return {};
  const color = colorOf(scale, value);
  return { background: formatColor(color), color: chooseStarkInkOn(color) };
}
