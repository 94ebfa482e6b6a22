// The public API of @tributary/model, by name, room by room.

export { BLOCK_SIZE, type BlockBounds, buildBlockBounds } from "./activation/block-bounds.ts";
export { checkEikonalInput } from "./activation/check-eikonal-input.ts";
export { combineFields, type TimeField } from "./activation/combine-fields.ts";
export { createEikonalScratch, type EikonalScratch, solveEikonalFast } from "./activation/eikonal-fast.ts";
export { buildEikonalOperator, type EikonalOperator } from "./activation/eikonal-operator.ts";
export { solveEikonalReference } from "./activation/eikonal-reference.ts";
export { type EikonalSeeds, type EikonalStatus, joinSeeds, type SourceSeeds } from "./activation/eikonal-seeds.ts";
export {
  FIELD_STEP_ms,
  LONGEST_STEPPED_TIME_ms,
  readFieldFromSteps,
  storeFieldAsFloat32,
  storeFieldAsSteps,
  UNREACHED_STEP,
} from "./activation/field-storage.ts";
export {
  computeTotalActivationTimeOfCandidates,
  findLatestCandidates,
  type LatestCandidates,
} from "./activation/latest-candidates.ts";
export { type ActivationInput, type ActivationMeasures, measureActivation } from "./activation/measure-activation.ts";
export { type ActivationDifference, measureActivationDifference } from "./activation/measure-difference.ts";
export { measureSegmentTimes, measureTransseptalDelay_ms } from "./activation/measure-regions.ts";
export {
  interpolateAtLocation,
  locateInMuscle,
  type MuscleLocation,
  type Point_mm,
} from "./activation/muscle-location.ts";
export { computeNodeVolumes } from "./activation/node-volumes.ts";
export {
  createPointSource,
  type PointSource,
  type PointSourceOptions,
  type PointSourceResult,
} from "./activation/point-source.ts";
export { labelSources, NO_SOURCE } from "./activation/source-labels.ts";
export { computeTotalActivationTime } from "./activation/total-activation-time.ts";
export { type GeodesicResult, type SolvedActivation, traceGeodesic } from "./activation/trace-geodesic.ts";
export { assignAhaSegments, measureSegmentVolumes, WALL, type Wall, type WallRegions } from "./anatomy/aha-segments.ts";
export { type BodyPose, type FileAxes, findBodyPose, IDENTITY_POSE } from "./anatomy/body-pose.ts";
export { measureLeftCavityVolume_mL } from "./anatomy/cavity-volume.ts";
export {
  ahaSegment,
  grooveAngleFromRt,
  longitudinalThird,
  rtFromAhaAngle,
  rtFromGrooveAngle,
  tmFromRho,
} from "./anatomy/coordinate-conventions.ts";
export {
  type CoordinateLookup,
  createCoordinateLookup,
  type FoundPlace,
  type VentricularPlace,
} from "./anatomy/coordinate-lookup.ts";
export { computeElementCoordinates, type ElementCoordinates, rotationalOfNode } from "./anatomy/element-coordinates.ts";
export { CANINE_FIBER_ANGLES, type FiberAngles, HUMAN_FIBER_ANGLES } from "./anatomy/fiber-angles.ts";
export { assembleFiberFrames, computeFibers, type FiberFrames } from "./anatomy/fibers.ts";
export { computeHeartFrame, type HeartFrame } from "./anatomy/heart-frame.ts";
export {
  checkHeartGeometry,
  computeEllipsoidVolumes,
  type EllipsoidVolumes,
  HEART_GEOMETRY_RANGES,
  type HeartGeometry,
  type LeftVentricleAxes,
  leftVentricleAxes,
  MUSCLE_DENSITY_GPerML,
} from "./anatomy/heart-geometry.ts";
export { findHeartPreset, HEART_PRESETS, type HeartPreset, type HeartPresetId } from "./anatomy/heart-presets.ts";
export { createParametricHeart, isInLeftVentricle, type ParametricHeart } from "./anatomy/parametric-heart.ts";
export { applyPose, createPose, POSE_PARAMETERS, type Pose, type PoseOptions, posePoint } from "./anatomy/pose.ts";
export { type HeartMeasures, scaleHeartGeometry } from "./anatomy/scale-heart-geometry.ts";
export {
  assignTissue,
  checkViableMuscle,
  type ElementPlaces,
  type ScarRegion,
  TISSUE,
  type Tissue,
  wallDepthFraction,
} from "./anatomy/tissue.ts";
export { placeValveOpenings, type ValveName, type ValveOpening } from "./anatomy/valve-openings.ts";
export {
  computeVentricularCoordinates,
  type VentricularCoordinateSolution,
  type VentricularCoordinates,
} from "./anatomy/ventricular-coordinates.ts";
export {
  type AnodalCapture,
  type AnodalLikelihood,
  type AnodalSetting,
  anodeChamber,
  estimateAnodalThreshold,
  judgeAnodalCapture,
} from "./capture/anodal-capture.ts";
export { estimateCaptureLatency_ms, LATENCY_PARAMETERS } from "./capture/capture-latency.ts";
export { CAPTURE_PARAMETERS, type CaptureParameters, DEFAULT_CAPTURE } from "./capture/capture-parameters.ts";
export {
  type CaptureOutcome,
  type CaptureSetting,
  electrodeShape,
  estimateCaptureThreshold,
  judgeCapture,
} from "./capture/capture-threshold.ts";
export {
  decayTime_ms,
  leastEnergyWidth_ms,
  longestUsefulWidth_ms,
  meanAmplitudeRatio,
  pulseEnergy,
  thresholdOfDecayingPulse,
} from "./capture/decaying-pulse.ts";
export { IMPEDANCE_PARAMETERS, type ImpedanceClass, impedanceClass } from "./capture/impedance-class.ts";
export { markLiminalNodes } from "./capture/liminal-nodes.ts";
export {
  batteryYears,
  channelCurrent,
  DEFAULT_LONGEVITY,
  estimateLongevity_years,
  LONGEVITY_PARAMETERS,
  type LongevityParameters,
  type PacingOutput,
  pulseCharge,
} from "./capture/longevity.ts";
export { type ElectrodeBed, type MuscleDistance, measureMuscleDistance } from "./capture/muscle-distance.ts";
export {
  type MultipointOutput,
  OUTPUT_PARAMETERS,
  type OutputSuggestion,
  suggestMultipointOutput,
  suggestOutput,
} from "./capture/output-programming.ts";
export { type LvPulse, listPacedSources, type PacedSource, REFRACTORY_PARAMETERS } from "./capture/paced-sources.ts";
export { sampleCaptureParameters } from "./capture/sample-capture-parameters.ts";
export {
  fitStrengthDuration,
  type StrengthDuration,
  strengthDurationRatio,
  type ThresholdPoint,
  thresholdAtWidth,
  thresholdCharge,
} from "./capture/strength-duration.ts";
export {
  fitThresholdDistribution,
  PUBLISHED_THRESHOLDS,
  shareBelow,
  type ThresholdDistribution,
} from "./capture/threshold-distribution.ts";
export type { ActivatedHeart } from "./circulation/activated-heart.ts";
export {
  type ActivationPattern,
  LEFT_BUNDLE_BRANCH_BLOCK,
  LV_LATERAL_PACING,
  NARROW_QRS,
  type PatchLabel,
  patchesOfPattern,
  RV_APICAL_PACING,
  timesOfPattern,
} from "./circulation/activation-patterns.ts";
export {
  type ActivationSetting,
  type AcuteChange,
  type AcuteResponse,
  simulateAcuteResponse,
} from "./circulation/acute-response.ts";
export { type CirculationMeasures, type FitAssumption, NOT_IDENTIFIABLE } from "./circulation/case-measures.ts";
export { checkCirculationPatient } from "./circulation/check-circulation-input.ts";
export { CIRCULATION_CONSTANTS } from "./circulation/circulation-constants.ts";
export { CAVITY, VALVE } from "./circulation/circulation-layout.ts";
export type { CirculationParameters, VentricularPatch } from "./circulation/circulation-parameters.ts";
export { type CirculationPatient, sortPatchesByWall, withActivation } from "./circulation/circulation-patient.ts";
export { createCirculationModel } from "./circulation/create-circulation-model.ts";
export type { FillingWaves } from "./circulation/filling-waves.ts";
export { FIT_BOUNDS, FIT_PARAMETERS, type FitFactors } from "./circulation/fit-parameters.ts";
export { type FitResidual, type FitSetting, fitPatient, type PatientFit } from "./circulation/fit-patient.ts";
export { freezeControl } from "./circulation/freeze-control.ts";
export { startSimulation } from "./circulation/initial-state.ts";
export { createPatchClock, type PatchClock, readPatchTimes } from "./circulation/patch-clock.ts";
export { type PatchScheme, schemeAha, schemeRings } from "./circulation/patch-scheme.ts";
export {
  type ActivationPatches,
  type PatchOptions,
  patchesFromActivation,
  retimePatches,
} from "./circulation/patches-from-activation.ts";
export type { ControlTargets } from "./circulation/pressure-flow-control.ts";
export { HEALTHY_REFERENCE, LOW_FLOW_REFERENCE } from "./circulation/published-references.ts";
export { measurePump, type PumpMeasures } from "./circulation/pump-measures.ts";
export { type BeatTrace, pressureVolumeLoop } from "./circulation/record-beat.ts";
export {
  createReferencePatient,
  REFERENCE_PATIENTS,
  type ReferencePatient,
} from "./circulation/reference-patients.ts";
export {
  type DyssynchronyStrain,
  listLateralPatches,
  listSeptalPatches,
  measureDyssynchronyStrain,
  traceMeanStrain,
} from "./circulation/regional-strain.ts";
export type { PatchWork, WorkRatio } from "./circulation/regional-work.ts";
export type { PeriodicRun } from "./circulation/run-to-periodic-state.ts";
export { measureSegmentWork_mJPerML } from "./circulation/segment-work.ts";
export { simulateBeat } from "./circulation/simulate-beat.ts";
export {
  type PatientBeat,
  type PatientRunOptions,
  type RegionalMeasures,
  simulatePatient,
} from "./circulation/simulate-patient.ts";
export { SARCOMERE_PARAMETERS, TIMING_PARAMETERS } from "./circulation/tissue-parameters.ts";
export type { ValveEvents } from "./circulation/valve-events.ts";
export { type ActivationRoot, NORMAL_ROOTS, RV_APICAL_LEAD, selectRoots } from "./conduction/activation-roots.ts";
export { type BlockLine, type BlockLineCoordinates, markBlockLine } from "./conduction/block-line.ts";
export {
  CONDUCTION_PARAMETERS,
  type ConductionVelocities,
  DEFAULT_VELOCITIES,
} from "./conduction/conduction-parameters.ts";
export {
  type AtrioventricularConduction,
  CONDUCTION_PATTERN_NAME,
  CONDUCTION_PATTERNS,
  type ConductionPattern,
  intrinsicDelay_ms,
} from "./conduction/conduction-pattern.ts";
export { markFastEndocardialLayer } from "./conduction/fast-endocardial-layer.ts";
export { type RootSeeds, seedRoots } from "./conduction/root-seeds.ts";
export { buildVelocityTensor, type VelocityMap } from "./conduction/velocity-tensor.ts";
export {
  ACTION_POTENTIAL_PARAMETERS,
  frontTimeConstant,
  riseFraction,
} from "./ecg/action-potential.ts";
export {
  type ActionPotentialGradients,
  APD_PARAMETERS,
  assignActionPotentialDurations,
  DEFAULT_APD_GRADIENTS,
} from "./ecg/action-potential-durations.ts";
export { type AveragedBeats, averageBeats, type RrStatistics } from "./ecg/average-beats.ts";
export { BEAT_PARAMETERS } from "./ecg/beat-parameters.ts";
export {
  type BoundaryElements,
  buildBoundaryElements,
  solveSurfaceAdjoint,
  solveSurfacePotential,
} from "./ecg/boundary-elements.ts";
export { comparePotentials, type PotentialDifference } from "./ecg/compare-potentials.ts";
export type { EcgFault } from "./ecg/ecg-fault.ts";
export { deriveLead, type EcgSignal } from "./ecg/ecg-signal.ts";
export { buildEcgWeights } from "./ecg/ecg-weights.ts";
export { type FrontKernelOptions, frontKernel, type StepKernel } from "./ecg/front-kernel.ts";
export {
  type CriterionSex,
  judgeLbbb,
  type LbbbCriterion,
  type LbbbDefinition,
  measureStraussLbbb,
} from "./ecg/lbbb-criteria.ts";
export { LEAD_ELECTRODES } from "./ecg/lead-electrodes.ts";
export {
  computeLeadFieldBounded,
  computeLeadFieldInfinite,
  evaluateLeadField,
  type LeadFieldSources,
  placeSourcesBounded,
  placeSourcesInfinite,
} from "./ecg/lead-field.ts";
export {
  ECG_ELECTRODES,
  type EcgElectrode,
  INDEPENDENT_LEADS,
  type IndependentLead,
  STANDARD_LEADS,
  type StandardLead,
} from "./ecg/lead-names.ts";
export { findLeadSwaps, LEAD_SWAP_PARAMETERS } from "./ecg/lead-swaps.ts";
export { type AxisClass, type LeadQrs, measureQrs, type QrsMeasures } from "./ecg/measure-qrs.ts";
export { findQrsBounds, type QrsBounds, type QrsSearch } from "./ecg/qrs-bounds.ts";
export { QRS_DETECTOR_PARAMETERS } from "./ecg/qrs-detector-parameters.ts";
export { QRS_NOTCH_PARAMETERS, type QrsNotch } from "./ecg/qrs-notch.ts";
export { createSweepSources, type SweepSources, sweepBins } from "./ecg/qrs-sweep-bins.ts";
export { convolveBins, countSweepSamples } from "./ecg/qrs-sweep-convolve.ts";
export { prepareSweepField, type SweepField } from "./ecg/qrs-sweep-field.ts";
export { sweepDelayLine } from "./ecg/qrs-sweep-line.ts";
export type { DelayedSources, DelayLine } from "./ecg/qrs-sweep-line-order.ts";
export type { SweepNodes } from "./ecg/qrs-sweep-nodes.ts";
export { sweepBinsReference } from "./ecg/qrs-sweep-reference.ts";
export { createSweepBins, type SweepBins } from "./ecg/qrs-sweep-result.ts";
export { createFrontTaps, type FrontTaps } from "./ecg/qrs-sweep-taps.ts";
export { sweepBinsOfTimes } from "./ecg/qrs-sweep-times.ts";
export { QRS_WAVE_PARAMETERS, type QrsWave } from "./ecg/qrs-waves.ts";
export { findRecordingFaults, RECORDING_FAULT_PARAMETERS, type TwelveLeads } from "./ecg/recording-faults.ts";
export { type EcgOptions, simulateEcg } from "./ecg/simulate-ecg.ts";
export {
  computeInfiniteDipolePotential,
  computeLayeredSphereDipolePotential,
  computeSphereDipolePotential,
  type SphereProblem,
} from "./ecg/sphere-dipole.ts";
export { measureTPolarity, type TPolarity } from "./ecg/t-polarity.ts";
export {
  CONDUCTIVITY_PARAMETERS,
  DEFAULT_CONDUCTIVITIES,
  findSourceConductivities,
  type TissueConductivities,
} from "./ecg/tissue-conductivities.ts";
export { createTorso, type Torso, type TorsoOptions } from "./ecg/torso.ts";
export { TORSO_PARAMETERS } from "./ecg/torso-parameters.ts";
export { computeVectorcardiogram, KORS_MATRIX, type Vectorcardiogram } from "./ecg/vectorcardiogram.ts";
export { binWeights, type WeightBins } from "./ecg/weight-bins.ts";
export { editDistance } from "./errors/edit-distance.ts";
export { suggestNames } from "./errors/suggest-names.ts";
export { TributaryError, type TributaryErrorParts } from "./errors/tributary-error.ts";
export { defineLead, type LeadDefinition } from "./lead/define-lead.ts";
export { type CatalogValue, LV_ELECTRODES, type LvElectrode, type LvLead } from "./lead/lead.ts";
export { findLead, LEAD_CATALOG } from "./lead/lead-catalog.ts";
export { listVectors, type PacingVector, type VectorAnode, type VectorPartners } from "./lead/list-vectors.ts";
export { type MuscleContact, type MuscleNodes, measureMuscleContact } from "./lead/muscle-contact.ts";
export {
  describeLimit,
  type LeadPlacement,
  type LumenFit,
  type PlacedElectrode,
  type PlacementLimit,
  type PlacementOptions,
  placeLead,
} from "./lead/place-lead.ts";
export { freeWallRegion, type WallRegion } from "./lead/wall-region.ts";
export { type BoxMeshOptions, createBoxMesh } from "./mesh/box-mesh.ts";
export { centerOfElement } from "./mesh/element-center.ts";
export { createIcosphere } from "./mesh/icosphere.ts";
export type { ImplicitShape } from "./mesh/implicit-shape.ts";
export { type LaplaceSolution, solveLaplace } from "./mesh/laplace.ts";
export { computeMeanEdgeLength } from "./mesh/mean-edge-length.ts";
export {
  countNodes,
  countTetrahedra,
  type HeartMesh,
  type LabeledSurface,
  SURFACE_LABEL,
  type SurfaceLabel,
  type TetrahedralMesh,
  type TriangleSurface,
} from "./mesh/mesh.ts";
export { type CheckedMesh, checkTetrahedralMesh } from "./mesh/mesh-check.ts";
export { EDGE_RANGE_mm, type MeshOptions, type MeshReport, meshImplicitShape } from "./mesh/mesh-implicit-shape.ts";
export { type MeshQuality, measureMeshQuality } from "./mesh/mesh-quality.ts";
export { extractBoundaryTriangles } from "./mesh/mesh-topology.ts";
export { locatePointsInMesh, type MeshTransfer, transferField } from "./mesh/mesh-transfer.ts";
export { computeElementVolume, computeMeshVolume } from "./mesh/mesh-volume.ts";
export { assembleStiffness } from "./mesh/stiffness.ts";
export { type CheckedSurface, checkSurface } from "./mesh/surface-check.ts";
export { createSurfaceShape } from "./mesh/surface-shape.ts";
export { fitGaussianProcess, type GaussianProcess, predictGaussianProcess } from "./numerics/gaussian-process.ts";
export { createRandom, type Random } from "./numerics/random.ts";
export {
  addScaled,
  cross,
  distance,
  dot,
  multiply,
  norm,
  normalize,
  pointAt,
  subtract,
  type Vector3,
} from "./numerics/vector3.ts";
export {
  PHRENIC_COURSES,
  type PhrenicCourse,
  type PhrenicPath,
  samplePhrenicCourse,
} from "./phrenic/phrenic-course.ts";
export {
  DEFAULT_PHRENIC_MARGIN,
  measurePhrenicMargin,
  PHRENIC_MARGIN_PARAMETERS,
  type PhrenicMargin,
  type PhrenicMarginRule,
} from "./phrenic/phrenic-margin.ts";
export { createPhrenicNerve, type PhrenicNerve } from "./phrenic/phrenic-nerve.ts";
export { DEFAULT_PHRENIC, PHRENIC_PARAMETERS, type PhrenicParameters } from "./phrenic/phrenic-parameters.ts";
export {
  computePhrenicGeometry,
  estimatePhrenicThreshold,
  evaluatePhrenicThreshold,
  judgePhrenicThreshold,
  type PhrenicElectrode,
  type PhrenicGeometry,
  type PhrenicOutcome,
  phrenicThresholdAtFollowUp,
} from "./phrenic/phrenic-threshold.ts";
export { samplePhrenicParameters } from "./phrenic/sample-phrenic-parameters.ts";
export {
  cubicMillimetersFromMilliliters,
  degreesFromRadians,
  kilopascalsFromMillimetersOfMercury,
  LENGTH_UNITS,
  type LengthUnit,
  millilitersFromCubicMillimeters,
  millimetersFromFrench,
  millimetersOfMercuryFromKilopascals,
  millimetersPer,
  millisecondsFromSeconds,
  millivoltsPer,
  radiansFromDegrees,
  samplingIntervalFromRate,
  samplingRateFromInterval,
  VOLTAGE_UNITS,
  type VoltageUnit,
} from "./units/convert.ts";
export type { Parameter } from "./units/parameter.ts";
export { type ParameterValues, takeValues } from "./units/parameter-values.ts";
export {
  createEpicardialMap,
  createHeartEpicardialMap,
  type EpicardialMap,
  type EpicardialPlace,
  type EpicardialProjection,
  type EpicardialSurface,
} from "./veins/epicardial-map.ts";
export { buildExplicitTree, type ExplicitVein, type ExplicitVeins } from "./veins/explicit-tree.ts";
export { type FillableVein, type FilledStretch, fillVeins, findTrunk, type VeinFilling } from "./veins/fill-veins.ts";
export {
  type GrooveSpacing,
  grooveArcFromRadius,
  meanGrooveSpacing,
  REFERENCE_GROOVE_ARC_mm,
  sampleGrooveArc,
  sampleGrooveSpacing,
} from "./veins/groove-spacing.ts";
export {
  measureTruncatedEllipsoid,
  sampleHeartFailureVentricle,
  type VentricleSize,
} from "./veins/heart-failure-cohort.ts";
export { arcOfDiameter, fatGap, type TrunkLumen, tributaryDiameter, trunkDiameter } from "./veins/lumen-law.ts";
export { ANTERIOR_CORNER_mm, placeVenousTree } from "./veins/place-venous-tree.ts";
export {
  computeReach,
  computeVeinReach,
  DEFAULT_TOOL_LEVEL,
  GUIDE_FROM_F,
  GUIDE_LUMEN_RATIO,
  LEAD_LUMEN_RATIO,
  type PushedBody,
  REACH_SIZES_F,
  type ReachLimit,
  type ReachRow,
  TOOL_ANGLE_LIMITS_deg,
  TOOL_LEVELS,
  type ToolLevel,
  tabulateReach,
  type VeinReach,
} from "./veins/reach.ts";
export {
  type SampledTributary,
  type SampledVenousTree,
  sampleVenousTree,
  type ValveState,
  type VenousTreeOptions,
} from "./veins/sample-venous-tree.ts";
export { measureGrooveArc } from "./veins/trunk-course.ts";
export {
  FREE_WALL_VEINS,
  spellVeinName,
  type TributaryVeinName,
  VEIN_NAMES,
  type VeinName,
} from "./veins/vein-name.ts";
export {
  CORONARY_GROUPS,
  type CoronaryGroup,
  PRESENCE_SOURCES,
  type PresenceSource,
  presenceProbability,
  sampleVeinPresence,
  VEIN_PRESENCE,
} from "./veins/vein-presence.ts";
export {
  GROOVE_SPACING_FIGURES,
  TORTUOSITY,
  TRIBUTARY_FIGURES,
  TRUNK_FIGURES,
  type TributaryFigures,
  VALVE_FIGURES,
  type VeinFigure,
} from "./veins/vein-statistics.ts";
export {
  branchLength,
  findBranch,
  locateAtDepth,
  type PathStretch,
  pathToVein,
  placeInVein,
  type VeinBranch,
  type VeinPlace,
  type VenousTree,
  type VenousValve,
} from "./veins/venous-tree.ts";
