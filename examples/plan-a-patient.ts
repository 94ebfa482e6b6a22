// A plan from the library: every place in the veins, every vector and delay, and how sure the ranking is.
import { planCase } from "@tributary/plan";
import { createNodePlanHost } from "@tributary/plan/node";
import { createSmallPatient } from "./shared/small-patient.ts";

const host = createNodePlanHost();
const { plan } = await planCase(createSmallPatient(), host);
await host.close();

console.log(`as it is now: all active after ${plan.baseline.totalActivationTime_ms.value.toFixed(0)} ms`);
for (const { rank, cathodeArc_mm, settings, totalActivationTime_ms } of plan.sites) {
  const stretch = cathodeArc_mm.map((arc_mm) => arc_mm.toFixed(0)).join(" to ");
  const total_ms = totalActivationTime_ms.value.toFixed(0);
  console.log(`${rank}. cathode ${stretch} mm from the mouth, ${settings.vectorName}: ${total_ms} ms`);
}
