// A heart, its veins, and a quadripolar lead in the left marginal vein: where each electrode comes to lie.
import { prepareHeart, prepareVeins } from "@tributary/engine";
import { createPose, findHeartPreset, findLead, HUMAN_FIBER_ANGLES, placeLead } from "@tributary/model";

const prepared = prepareHeart({
  origin: {
    kind: "parametric",
    geometry: findHeartPreset("normal-female")!.geometry,
    pose: createPose(),
    edgeLength_mm: 3,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [],
});
const { tree } = prepareVeins(prepared, { kind: "generated", seed: 1, group: "noCoronaryDisease" });
const placement = placeLead(tree, "leftMarginalVein", 60, findLead("attain-performa-4298"));

if (placement.kind !== "placed") console.log(placement.kind);
else {
  for (const { name, ahaSegment, third, gap_mm } of placement.electrodes) {
    console.log(`${name}: segment ${ahaSegment}, ${third}, ${gap_mm.toFixed(1)} mm of fat below the vein`);
  }
}
