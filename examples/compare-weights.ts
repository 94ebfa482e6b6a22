// What the ranking hangs on: the same plan with each measure of the score alone, and with all of them alike.
import { MEASURES, type PlanSite, planCase, type ScoreWeights } from "@tributary/plan";
import { createNodePlanHost } from "@tributary/plan/node";
import { createSmallPatient } from "./shared/small-patient.ts";

const host = createNodePlanHost();
const { plan } = await planCase(createSmallPatient(), host);
await host.close();

function weigh(wanted: readonly string[]): ScoreWeights {
  return Object.fromEntries(MEASURES.map((name) => [name, wanted.includes(name) ? 1 : 0])) as ScoreWeights;
}

/** The score is the weighted mean of the utilities, 0 to 1. */
function scoreSite({ measures }: PlanSite, weights: ScoreWeights): number {
  const sum = MEASURES.reduce((total, name) => total + weights[name] * measures[name].utility, 0);
  return sum / MEASURES.reduce((total, name) => total + weights[name], 0);
}

function describeOrder(name: string, weights: ScoreWeights): string {
  const order = [...plan.sites].sort((a, b) => scoreSite(b, weights) - scoreSite(a, weights));
  return `${name}: ${order.map(({ rank }) => rank).join(" ")}`;
}

console.log(describeOrder("as planned", plan.weights));
console.log(describeOrder("all alike", weigh(MEASURES)));
for (const measure of MEASURES) console.log(describeOrder(`${measure} alone`, weigh([measure])));
