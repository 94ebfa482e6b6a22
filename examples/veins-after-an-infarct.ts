// How often a left marginal vein is there to take the lead: 5000 sampled hearts in each group.
import { CORONARY_GROUPS, createRandom, grooveArcFromRadius, sampleVenousTree } from "@tributary/model";

const HEART_COUNT = 5000;
const grooveArc_mm = grooveArcFromRadius(30.5);

for (const group of CORONARY_GROUPS) {
  const random = createRandom(1);
  let count = 0;
  for (let heart = 0; heart < HEART_COUNT; heart++) {
    const tree = sampleVenousTree(random.stream(heart), { group, grooveArc_mm });
    if (tree.tributaries.some(({ name }) => name === "leftMarginalVein")) count++;
  }
  console.log(`${group}: left marginal vein in ${((100 * count) / HEART_COUNT).toFixed(0)} %`);
}
