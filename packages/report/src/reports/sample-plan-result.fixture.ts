import {
  buildActivationMap,
  buildElectricalHeart,
  createCaseSources,
  createInlineFieldSolver,
  DEFAULT_CONDUCTION,
  listFirstConfigurations,
  prepareHeart,
  prepareVeins,
} from "@tributary/engine";
import {
  createPose,
  findBranch,
  findHeartPreset,
  findLead,
  HUMAN_FIBER_ANGLES,
  placeInVein,
  placeLead,
} from "@tributary/model";
import type { Plan, PlanResult } from "@tributary/plan";
import { createSampleEcg } from "./sample-ecg.fixture.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";
import { createSamplePump } from "./sample-pump.fixture.ts";

const TIP_DEPTH_mm = 66;

/** The sample plan on a coarse heart with generated veins and solved maps; takes some ten seconds. */
export async function createSamplePlanResult(edgeLength_mm = 3): Promise<PlanResult> {
  const geometry = findHeartPreset("dcm-lbbb-male")!.geometry;
  const prepared = prepareHeart({
    origin: { kind: "parametric", geometry, pose: createPose(), edgeLength_mm },
    fiberAngles: HUMAN_FIBER_ANGLES,
    scar: [],
  });
  const veins = prepareVeins(prepared, { kind: "generated", seed: 1, group: "noCoronaryDisease" });
  const placement = placeLead(veins.tree, "leftMarginalVein", TIP_DEPTH_mm, findLead("attain-performa-4298"));
  const electrodes = placement.kind === "placed" ? placement.electrodes : [];
  const electrical = buildElectricalHeart(prepared, DEFAULT_CONDUCTION);
  const { intrinsic, paced } = createCaseSources(prepared, electrical, DEFAULT_CONDUCTION, electrodes.slice(0, 1));
  const domain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.pacedTensor_mm2PerMs2 };
  const fields = await createInlineFieldSolver().solve(domain, [intrinsic!, ...paced]);
  const configurations = listFirstConfigurations(DEFAULT_CONDUCTION, true, electrodes.slice(0, 1));
  const [before, after] = ["intrinsic", "biv-LV1"].map((id) => {
    const map = buildActivationMap(prepared, fields, configurations.find((configuration) => configuration.id === id)!);
    return { map, ecg: createSampleEcg(prepared, map.times_ms) };
  });
  const plan = createSamplePlan();
  return {
    plan: { ...plan, sites: plan.sites.map((site) => laySite(site, veins)) },
    scene: {
      prepared,
      veins,
      electrodes,
      before: before!,
      after: after!,
      measuredEcg: undefined,
      pump: createSamplePump(),
    },
  };
}

/** The site where its stretch of the vein lies on this heart. */
function laySite(site: Plan["sites"][number], { tree }: ReturnType<typeof prepareVeins>): Plan["sites"][number] {
  const place = placeInVein(findBranch(tree, site.vein), (site.cathodeArc_mm[0] + site.cathodeArc_mm[1]) / 2);
  const [x, y, z] = place.point_mm;
  return { ...site, position_mm: [x, y, z], ab: place.ab, rt: place.rt };
}
