import { type ConductionSpecification, DEFAULT_CONDUCTION } from "@tributary/engine";
import type { Case } from "@tributary/formats";
import type { AtrioventricularConduction } from "@tributary/model";

/** How the heart of a case conducts; velocities the case leaves out keep their documented defaults. */
export function specifyConduction({ conduction }: Case): ConductionSpecification {
  return {
    pattern: conduction.pattern,
    atrioventricular: specifyAtrioventricular(conduction),
    velocities: { ...DEFAULT_CONDUCTION.velocities, ...conduction.velocities },
    slowSeptum: conduction.slowSeptum ?? false,
    blockLines: conduction.lineOfBlock ? [conduction.lineOfBlock] : [],
  };
}

function specifyAtrioventricular({ rhythm, prInterval_ms }: Case["conduction"]): AtrioventricularConduction {
  if (rhythm === "atrialFibrillation") return { kind: "atrialFibrillation" };
  return rhythm === "avBlock" ? { kind: "block" } : { kind: "conducted", prInterval_ms };
}
