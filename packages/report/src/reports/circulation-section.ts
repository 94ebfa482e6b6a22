import { FIT_BOUNDS, type FitFactors } from "@tributary/model";
import { type Plan, type PlanMechanics, tellQuantity } from "@tributary/plan";
import type { ReportSection, ReportTable } from "../page/build-report-page.ts";
import { formatFixed, formatNumber } from "../svg/format-number.ts";
import { startWithCapital } from "./plan-words.ts";
import { writeSigned } from "./pump-words.ts";

/** How the circulation came to be this patient's, and what stays open; undefined without one. */
export function buildCirculationSection({ mechanics }: Plan): ReportSection | undefined {
  if (mechanics === undefined) return undefined;
  const { isFitted, assumptions, patchCount, settingCount, surrogateError } = mechanics;
  return {
    heading: "How the circulation was fitted",
    paragraphs: [
      isFitted
        ? "Size and strength of the left ventricle, resistance, blood volume and stiffness of the arteries were moved until the model gives every value below within 1 %."
        : "Size and strength of the left ventricle, resistance, blood volume and stiffness of the arteries were moved, but the model does not give every value below within 1 %: the closest fit is used.",
      describeBounds(mechanics),
      `The muscle mass is that of the mesh, and so is the end-diastolic volume where the case gives none.${assumptions.length === 0 ? " Every other value was given." : ""}`,
      `The ventricles were divided into ${patchCount} patches that each contract as one. ${settingCount} settings of site and delays were simulated until their beats repeat; others are predicted from them. When each simulated setting is predicted from the others, nine of ten errors are below ${formatNumber(surrogateError.pressureRise)} percentage points of the rise of dP/dt max, ${formatNumber(surrogateError.strokeVolume)} of stroke volume, and ${formatNumber(surrogateError.workBalance)} mJ/mL of the work difference.`,
      "The prediction proposes delays to simulate, and serves the draws of what is not known; every other number and curve of the pump was simulated.",
    ],
    tables: [
      tabulateResiduals(mechanics),
      ...(assumptions.length === 0 ? [] : [tabulateAssumptions(mechanics)]),
      {
        caption: "What these data cannot tell, whatever the fit",
        columns: ["Quantity", "Why"],
        rows: mechanics.notIdentifiable.map(({ quantity, reason }) => [
          startWithCapital(quantity),
          startWithCapital(reason),
        ]),
      },
    ],
  };
}

const FACTOR_NAMES: Record<keyof FitFactors, string> = {
  referenceArea: "size of the left ventricle",
  contractility: "contractility",
  systemicResistance: "systemic resistance",
  bloodVolume: "blood volume",
  arterialStiffness: "stiffness of the arteries",
};

function describeBounds({ atBound }: PlanMechanics): string {
  if (atBound.length === 0) return "No fitted parameter stands at a bound of its range.";
  const named = atBound.map((name) => {
    if (!isFactor(name)) return name;
    const [low, high] = FIT_BOUNDS[name];
    return `${FACTOR_NAMES[name]} (${formatNumber(low, 2)} to ${formatNumber(high, 2)} of the reference)`;
  });
  return `At a bound of its range, so that the data ask for more than the model allows: ${named.join(", ")}.`;
}

function isFactor(name: string): name is keyof FitFactors {
  return name in FACTOR_NAMES;
}

function tabulateResiduals({ residuals }: PlanMechanics): ReportTable {
  return {
    caption: "What the circulation was fitted to",
    columns: ["Quantity", "Target", "Reached", "Difference"],
    numberColumns: [1, 2, 3],
    rows: residuals.map(({ quantity, target, reached, difference_percent }) => [
      nameQuantity(quantity),
      writeQuantity(quantity, target),
      writeQuantity(quantity, reached),
      writeSigned(difference_percent, 2, "%"),
    ]),
  };
}

function tabulateAssumptions({ assumptions }: PlanMechanics): ReportTable {
  return {
    caption: "Not measured in this patient, and taken from elsewhere",
    columns: ["Quantity", "Value", "Source"],
    numberColumns: [1],
    rows: assumptions.map(({ quantity, value, source }) => [
      nameQuantity(quantity),
      writeQuantity(quantity, value),
      startWithCapital(source),
    ]),
  };
}

function nameQuantity(quantity: string): string {
  const { name, unit } = tellQuantity(quantity, 0);
  return startWithCapital(unit === "" || unit === "1" ? name : `${name}, ${unit}`);
}

function writeQuantity(quantity: string, value: number): string {
  return formatFixed(tellQuantity(quantity, value).value, 1);
}
