import type { CaseLead } from "@tributary/engine";
import {
  electrodeShape,
  estimateCaptureThreshold,
  measureMuscleDistance,
  type PacingVector,
  type PlacedElectrode,
} from "@tributary/model";
import type { GeneratorSettings } from "@tributary/model/generator";

/** A vector of the lead as it lies, and the threshold that is expected of it. */
export interface ExpectedVector {
  readonly vector: PacingVector;
  readonly electrode: PlacedElectrode;
  readonly threshold_V: number;
}

/** Every vector whose cathode is placed, lowest expected threshold first; none without a placed lead. */
export function expectVectors(
  lead: CaseLead | undefined,
  vectors: readonly PacingVector[],
  pulseWidth_ms: number,
): ExpectedVector[] {
  const electrodes = lead?.outcome.kind === "placed" ? lead.outcome.electrodes : [];
  return vectors
    .flatMap((vector) => {
      const electrode = electrodes.find(({ name }) => name === vector.cathode);
      return electrode ? [{ vector, electrode, threshold_V: expectThreshold_V(electrode, vector, pulseWidth_ms) }] : [];
    })
    .sort((a, b) => a.threshold_V - b.threshold_V);
}

/** The programmed vector as it is expected to do; undefined without a left-ventricular lead or pulse. */
export function expectProgrammed(
  lead: CaseLead | undefined,
  vectors: readonly PacingVector[],
  { lvVector, ventricularPacing, leftVentricularPulseWidth_ms }: GeneratorSettings,
): ExpectedVector | undefined {
  if (ventricularPacing === "RV") return undefined;
  return expectVectors(lead, vectors, leftVentricularPulseWidth_ms).find(({ vector }) => vector.name === lvVector);
}

function expectThreshold_V(electrode: PlacedElectrode, { kind }: PacingVector, pulseWidth_ms: number): number {
  const { distanceToViable_mm } = measureMuscleDistance(electrode);
  return estimateCaptureThreshold({
    distanceToViable_mm,
    pulseWidth_ms,
    electrode: electrodeShape(electrode.name),
    kind,
  });
}
