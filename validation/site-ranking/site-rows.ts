import { correlateRanks } from "@tributary/plan";
import type { ValidationRow } from "../validation-case.ts";
import { medianChange_ms, type VeinSite } from "./vein-sites.ts";

const MOST_CORRELATION = -0.6;
const LEAST_SITES = 20;
const CORRELATION_SOURCE =
  "acute response against activation time at the site, rank correlation 0.73 and above; against change of total activation, below -0.8: Europace 2016, PMC5225964";
const APEX_SOURCE = "contested: harm, hazard ratio 1.72 (Singh, Circulation 2011); none, 0.74 (Leyva, JAHA 2018)";

interface Sites {
  readonly tributaries: readonly VeinSite[];
  readonly trunk: readonly VeinSite[];
}

/** Late sites against early ones, anterior against lateral, apical against the rest. */
export function describeSites(id: string, { tributaries, trunk }: Sites): ValidationRow[] {
  return [
    ...describeCorrelations(id, tributaries, trunk),
    ...describeAnterior(id, tributaries),
    describeApex(id, tributaries),
  ];
}

function describeCorrelations(id: string, sites: readonly VeinSite[], trunk: readonly VeinSite[]): ValidationRow[] {
  const correlation = correlate(sites, ({ change_ms }) => change_ms);
  const context = (quantity: string, ours: number): ValidationRow => ({
    quantity: `${id}: ${quantity}`,
    unit: "1",
    expected: "below 0",
    ours,
    tolerance: "context",
    pass: true,
    source: CORRELATION_SOURCE,
  });
  return [
    {
      quantity: `${id}: rank correlation of activation time at ${sites.length} sites with the change of total activation, paced together with the RV apex`,
      unit: "1",
      expected: `at most ${MOST_CORRELATION}, over ${LEAST_SITES} sites or more`,
      ours: correlation,
      tolerance: "upper bound",
      pass: correlation <= MOST_CORRELATION && sites.length >= LEAST_SITES,
      source: CORRELATION_SOURCE,
    },
    context(
      "the same with the best right-ventricular site and VV delay of each",
      correlate(sites, ({ bestChange_ms }) => bestChange_ms),
    ),
    context(
      `the same with ${trunk.length} places of coronary sinus and great cardiac vein too`,
      correlate([...sites, ...trunk], ({ change_ms }) => change_ms),
    ),
  ];
}

function correlate(sites: readonly VeinSite[], read: (site: VeinSite) => number): number {
  return correlateRanks(
    sites.map(read),
    sites.map(({ activationTime_ms }) => activationTime_ms),
  );
}

/** Equal where the right ventricle is the last to be activated: no left-ventricular site changes that. */
const EQUAL_ms = 0.01;

function describeAnterior(id: string, sites: readonly VeinSite[]): ValidationRow[] {
  const lateral_ms = medianChange_ms(sites.filter(({ region }) => region === "lateral"));
  const anterior = sites.filter(({ vein }) => vein === "anteriorInterventricularVein");
  const best_ms = anterior.reduce((least, { change_ms }) => Math.min(least, change_ms), Infinity);
  const row = { unit: "ms", source: "laterobasal sites best in all hearts: Europace 2016, PMC5225964" };
  return [
    {
      ...row,
      quantity: `${id}: median of ${anterior.length} sites of the anterior interventricular vein, change of total activation`,
      expected: `above the median of the lateral wall, ${lateral_ms.toFixed(1)}`,
      ours: medianChange_ms(anterior),
      tolerance: "lower bound",
      pass: medianChange_ms(anterior) > lateral_ms,
    },
    {
      ...row,
      quantity: `${id}: best of them`,
      expected: `not below ${lateral_ms.toFixed(1)}`,
      ours: best_ms,
      tolerance: "lower bound; equal where the right ventricle is last",
      pass: anterior.length > 0 && best_ms >= lateral_ms - EQUAL_ms,
    },
  ];
}

function describeApex(id: string, sites: readonly VeinSite[]): ValidationRow {
  const isApical = ({ third }: VeinSite) => third === "apical";
  const apical_ms = medianChange_ms(sites.filter(isApical));
  const other_ms = medianChange_ms(sites.filter((site) => !isApical(site)));
  return {
    quantity: `${id}: median change of total activation, ${sites.filter(isApical).length} apical sites`,
    unit: "ms",
    expected: `not apical: ${other_ms.toFixed(1)}`,
    ours: Number.isNaN(apical_ms) ? "none reached" : apical_ms,
    tolerance: "context",
    pass: true,
    source: APEX_SOURCE,
  };
}
