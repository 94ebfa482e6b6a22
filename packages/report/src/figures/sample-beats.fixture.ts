import type { VentricularPatch } from "@tributary/model";
import { createSamplePump } from "../reports/sample-pump.fixture.ts";
import type { DrawnBeat } from "./drawn-beat.ts";

interface SampleBeats {
  readonly beats: readonly [DrawnBeat, DrawnBeat];
  readonly patches: readonly VentricularPatch[];
}

/** Before with left bundle branch block, after with a narrow QRS; the names hold what must be escaped. */
export function createSampleBeats(): SampleBeats {
  const { before, after, patches, avDelays_ms } = createSamplePump();
  return {
    patches,
    beats: [
      { name: "Before <now>", role: "before", trace: before, avDelay_ms: avDelays_ms.before },
      { name: "After & paced", role: "after", trace: after, avDelay_ms: avDelays_ms.after },
    ],
  };
}
