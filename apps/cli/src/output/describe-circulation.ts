import { millimetersOfMercuryFromKilopascals } from "@tributary/model";
import { type CirculationStudy, tellQuantity } from "@tributary/plan";
import { renderTextTable } from "./text-table.ts";
import { renderListItem } from "./wrap-text.ts";

const NOTICE = [
  "What pacing does at once, in a model whose resistance and blood volume stay; no outcome is predicted.",
  "Research, planning and training use; not for diagnosis or live care.",
].join("\n");

/** The results as plain values, for `--json` and circulation.json. */
export function summarizeCirculation(id: string, title: string, study: CirculationStudy, remarks: readonly string[]) {
  const { fit, muscle, atria, baseline, responses, beat } = study;
  const { events, ...pump } = beat.pump;
  return {
    id,
    title,
    fit: {
      isFitted: fit.kind === "fitted",
      residuals: fit.residuals,
      factors: fit.factors,
      atBound: fit.atBound,
      assumptions: fit.assumptions,
      notIdentifiable: fit.notIdentifiable,
    },
    patchCount: muscle.patches.length,
    avDelay_ms: atria.avDelay_ms,
    pump,
    valveEvents: events,
    regional: beat.regional && { strain: beat.regional.strain, wastedWork: beat.regional.wastedWork },
    baseline,
    responses,
    remarks,
    notice: NOTICE,
  };
}

/** The same for a person at a terminal. */
export function describeCirculation(title: string, study: CirculationStudy, remarks: readonly string[]): string {
  const { fit, baseline, responses, beat } = study;
  const { pump } = beat;
  return [
    title,
    "",
    `Left ventricle ${round(pump.endDiastolicVolume_mL)} to ${round(pump.endSystolicVolume_mL)} mL, ejection fraction ${round(100 * pump.ejectionFraction)} %; aorta ${mmHg(pump.systolicPressure_kPa)}/${mmHg(pump.diastolicPressure_kPa)} mmHg; left atrium ${mmHg(pump.meanLeftAtrialPressure_kPa)} mmHg.`,
    "",
    renderTextTable(
      [
        "beat",
        "AV ms:",
        "dP/dt max mmHg/s:",
        "change:",
        "stroke mL:",
        "change:",
        "wasted work:",
        "lateral - septal mJ/mL:",
      ],
      [
        [
          "As it is now",
          study.atria.avDelay_ms.toFixed(0),
          mmHg(baseline.dpdtMax_kPaPerS),
          "",
          baseline.strokeVolume_mL.toFixed(1),
          "",
          ...workCells(baseline),
        ],
        ...responses.map((response) =>
          response.kind === "compared"
            ? [
                response.name,
                response.avDelay_ms.toFixed(0),
                mmHg(response.pump.dpdtMax_kPaPerS),
                percent(response.change.pressureRise),
                response.pump.strokeVolume_mL.toFixed(1),
                percent(response.change.strokeVolume),
                ...workCells(response.pump),
              ]
            : [response.name, "", "beats do not repeat"],
        ),
      ],
    ),
    "",
    "AV: from right atrial activation to the first ventricular front; paced beats at that of the highest stroke volume. Wasted",
    "work: work that stretches muscle over work that shortens it.",
    "",
    fit.kind === "fitted" ? "Fitted: every value is met within 1 %." : "Not fitted: the nearest that was found.",
    ...fit.residuals.map(({ quantity, target, reached, difference_percent }) =>
      renderListItem(
        `${nameQuantity(quantity)}: ${showQuantity(quantity, target)} wanted, ${showQuantity(quantity, reached)} reached (${percent(difference_percent)})`,
      ),
    ),
    ...fit.atBound.map((name) => renderListItem(`${name} stayed at the end of its range.`)),
    "",
    "Taken, since the case does not say it",
    ...fit.assumptions.map(({ quantity, value, source }) =>
      renderListItem(`${nameQuantity(quantity)}: ${showQuantity(quantity, value)}; ${source}`),
    ),
    "",
    "Not to be known from these data",
    ...fit.notIdentifiable.map(({ quantity, reason }) => renderListItem(`${quantity}: ${reason}`)),
    "",
    ...remarks.map(renderListItem),
    "",
    NOTICE,
  ].join("\n");
}

function workCells({ wastedWorkRatio, workDifference_mJPerML }: CirculationStudy["baseline"]): string[] {
  return [wastedWorkRatio.toFixed(2), workDifference_mJPerML.toFixed(1)];
}

function mmHg(pressure_kPa: number): string {
  return millimetersOfMercuryFromKilopascals(pressure_kPa).toFixed(0);
}

function round(value: number): string {
  return value.toFixed(0);
}

function percent(value: number): string {
  const text = value.toFixed(1);
  return Number(text) === 0 ? "0.0 %" : `${value > 0 ? "+" : ""}${text} %`;
}

/** "systolic pressure, mmHg". */
function nameQuantity(quantity: string): string {
  const { name, unit } = tellQuantity(quantity, 0);
  return unit === "" || unit === "1" ? name : `${name}, ${unit}`;
}

function showQuantity(quantity: string, value: number): string {
  return tellQuantity(quantity, value).value.toFixed(1);
}
