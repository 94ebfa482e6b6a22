import { expect, test } from "vitest";
import { createSamplePlan } from "../reports/sample-plan.fixture.ts";
import { type DataTable, tabulateDelays, tabulateSites } from "./tabulate-plan.ts";

function readColumn(table: DataTable, name: string): readonly unknown[] {
  const column = table.columns.find((candidate) => candidate.name === name)!;
  return "texts" in column ? column.texts : [...column.values];
}

const lengthsOf = ({ columns }: DataTable) =>
  new Set(columns.map((column) => ("texts" in column ? column.texts.length : column.values.length)));

test("sites are rows in their order, with the numbers of the plan", () => {
  const plan = createSamplePlan();
  const table = tabulateSites(plan);
  expect(lengthsOf(table)).toEqual(new Set([plan.sites.length]));
  expect(readColumn(table, "rank")).toEqual(plan.sites.map(({ rank }) => rank));
  expect(readColumn(table, "vein")).toEqual(plan.sites.map(({ vein }) => vein));
  expect(readColumn(table, "qrsDurationHigh_ms")).toEqual(plan.sites.map(({ qrsDuration_ms }) => qrsDuration_ms.high));
});

test("every pair of delays is a row; what is not delivered has no number", () => {
  const plan = createSamplePlan();
  const table = tabulateDelays(plan)!;
  const { avDelays_ms, vvDelays_ms, totalActivationTime_ms } = plan.response!;
  expect(lengthsOf(table)).toEqual(new Set([avDelays_ms.length * vvDelays_ms.length]));
  expect(readColumn(table, "totalActivationTime_ms")).toEqual(
    totalActivationTime_ms.map((value) => value ?? Number.NaN),
  );
});
