import { takeValues } from "../units/parameter-values.ts";
import type { CirculationModel, PatchTissue } from "./circulation-model.ts";
import type { CirculationState } from "./circulation-state.ts";
import type { CirculationWorkspace, PatchMechanics } from "./circulation-workspace.ts";
import { SARCOMERE_PARAMETERS } from "./tissue-parameters.ts";

const SARCOMERE = takeValues(SARCOMERE_PARAMETERS);
const { seriesLength_um: SERIES_um, zeroActiveStressLength_um: ZERO_ACTIVE_um } = SARCOMERE;
/** Sarcomere length at which the area of scar reaches its limit. */
const SCAR_LIMIT_um = SARCOMERE.referenceLength_um * Math.sqrt(SARCOMERE.scarAreaLimitRatio);
/** Exponents of the passive stress: matrix, and titin over a length of 0.6 um (2 · 2.0/0.6). */
const MATRIX_EXPONENT = 10;
const TITIN_EXPONENT = 20 / 3;
/** The contractile element never counts as shorter than this stretch over its zero-stress length. */
const LEAST_STRETCH = 1e-4;
/** The rise of contractility ends after this many time constants. */
const RISE_END = 8;
const QUARTER_TURN = Math.PI / 2;

/**
 * Stress of the patches of a wall at their areas, and the tangent of tension over area there.
 *
 * Sarcomere length l_s = 2.0 um √(A/A_ref) (natural strain ½ ln(A/A_ref)); with L = l_si/1.51 um − 1 and λ = l_s/1.8 um
 * the stress is σ = 1.51 S_act C L (l_s − l_si)/l_se0 + S_matrix (λ¹⁰ − 1) + S_titin (λ^(20/3) − 1), and κ = dσ/dε. The
 * tension is T = V_w σ/(2A), so that dA/dT = 4A²/(V_w (κ − 2σ)) and the tangent meets T = 0 at A (1 − 2σ/(κ − 2σ)).
 *
 * @param outMechanics  `area_m2` read; length, stress, compliance and zero-tension area written
 *
 * Sources: Arts et al., J Biomech 1991;24:849 (one fiber); Lumens et al., Ann Biomed Eng 2009;37:2234 (sarcomere);
 * Walmsley et al., PLoS Comput Biol 2015;11:e1004284 (patches); passive law as in Munneke et al. 2023.
 */
export function linearizePatches(
  outMechanics: PatchMechanics,
  state: CirculationState,
  { firstPatch, patches }: CirculationModel,
  wall: number,
): void {
  const end = firstPatch[wall + 1]!;
  for (let patch = firstPatch[wall]!; patch < end; patch++) {
    if (patches.referenceArea_m2[patch]! > 0) linearizePatch(outMechanics, state, patches, patch);
    else leaveEmpty(outMechanics, patch);
  }
}

function linearizePatch(mechanics: PatchMechanics, state: CirculationState, tissue: PatchTissue, patch: number): void {
  const area_m2 = mechanics.area_m2[patch]!;
  const length_um = SARCOMERE.referenceLength_um * Math.sqrt(area_m2 / tissue.referenceArea_m2[patch]!);
  const contractile_um = state.contractileLength_um[patch]!;
  const active = activeStiffness(tissue, state, patch);
  const stretch2 = (length_um / SARCOMERE.zeroPassiveStressLength_um) ** 2;
  const stretch6 = stretch2 * stretch2 * stretch2;
  const matrix = tissue.matrixStress_Pa[patch]! * stretch6 * stretch2 * stretch2;
  const titin = tissue.titinStress_Pa[patch]! * stretch6 * Math.cbrt(stretch2);
  const passive = matrix - tissue.matrixStress_Pa[patch]! + titin - tissue.titinStress_Pa[patch]!;
  let stress_Pa = active * (length_um - contractile_um) + passive;
  let stiffness_Pa = active * length_um + MATRIX_EXPONENT * matrix + TITIN_EXPONENT * titin;
  if (length_um > SCAR_LIMIT_um) {
    stress_Pa += tissue.stopStiffness_PaPerUm[patch]! * (length_um - SCAR_LIMIT_um);
    stiffness_Pa += tissue.stopStiffness_PaPerUm[patch]! * length_um;
  }
  const slope_Pa = stiffness_Pa - 2 * stress_Pa;
  mechanics.length_um[patch] = length_um;
  mechanics.stress_Pa[patch] = stress_Pa;
  mechanics.compliance_m3PerN[patch] = (4 * area_m2 * area_m2) / (tissue.wallVolume_m3[patch]! * slope_Pa);
  mechanics.zeroTensionArea_m2[patch] = area_m2 * (1 - (2 * stress_Pa) / slope_Pa);
}

/** A patch without muscle adds neither area nor compliance to its wall. */
function leaveEmpty(outMechanics: PatchMechanics, patch: number): void {
  outMechanics.length_um[patch] = SARCOMERE.referenceLength_um;
  outMechanics.stress_Pa[patch] = 0;
  outMechanics.compliance_m3PerN[patch] = 0;
  outMechanics.zeroTensionArea_m2[patch] = 0;
}

/** Active stress per length of the series element, Pa/um. */
function activeStiffness(tissue: PatchTissue, state: CirculationState, patch: number): number {
  const stretch = contractileStretch(state.contractileLength_um[patch]!);
  return (ZERO_ACTIVE_um * tissue.activeStress_PaPerUm[patch]! * state.contractility[patch]! * stretch) / SERIES_um;
}

function contractileStretch(contractile_um: number): number {
  return Math.max(LEAST_STRETCH, contractile_um / ZERO_ACTIVE_um - 1);
}

/**
 * Rates of contractile length and contractility of every patch.
 *
 * dl_si/dt = v_max (l_SE/l_se0 − 1); dC/dt = tanh(4.0 (l_si − 1.51)²) f(t_c/τ_R)/τ_R − C g((t_c − t_A)/τ_D)/τ_D, with
 * f(x) = 0.02 x³ (8 − x)² e⁻ˣ up to x = 8, g(u) = ½ + ½ sin u between −π/2 and π/2, t_A = t_act (0.65 + 1.057 L), and
 * t_c the time since the patch was activated, within one cycle.
 *
 * @param outRates   the views of contractile length and contractility are written
 * @param workspace  `length_um` as `linearizePatches` left it, and the time
 *
 * Source: Lumens et al., Ann Biomed Eng 2009;37:2234; constants in `SARCOMERE_PARAMETERS`.
 */
export function computeSarcomereRates(
  outRates: CirculationState,
  state: CirculationState,
  workspace: CirculationWorkspace,
  model: CirculationModel,
): void {
  const { cycle_s, patches: tissue } = model;
  const time_s = workspace.time_s[0]!;
  const { length_um } = workspace.patches;
  for (let patch = 0; patch < tissue.count; patch++) {
    const contractile_um = state.contractileLength_um[patch]!;
    const series_um = length_um[patch]! - contractile_um;
    outRates.contractileLength_um[patch] = tissue.velocity_umPerS[patch]! * (series_um / SERIES_um - 1);
    const phase_s = time_s - tissue.activationTime_s[patch]!;
    const since_s = phase_s - cycle_s * Math.floor(phase_s / cycle_s);
    const stretch = contractileStretch(contractile_um);
    outRates.contractility[patch] =
      riseRate(since_s / tissue.riseTime_s[patch]!, stretch) / tissue.riseTime_s[patch]! -
      (state.contractility[patch]! * decayShare(since_s, stretch, tissue, patch)) / tissue.decayTime_s[patch]!;
  }
}

function riseRate(x: number, stretch: number): number {
  if (x >= RISE_END) return 0;
  const left = RISE_END - x;
  const excess_um = ZERO_ACTIVE_um * stretch;
  const lengthDependence = Math.tanh(SARCOMERE.lengthDependenceOfRise_perUm2 * excess_um * excess_um);
  return lengthDependence * 0.02 * x * x * x * left * left * Math.exp(-x);
}

/** How far the decay has been switched on, 0 to 1. */
function decayShare(since_s: number, stretch: number, tissue: PatchTissue, patch: number): number {
  const lasts_s =
    tissue.activation_s[patch]! * (SARCOMERE.durationOffsetRatio + SARCOMERE.durationLengthRatio * stretch);
  const angle = (since_s - lasts_s) / tissue.decayTime_s[patch]!;
  if (angle >= QUARTER_TURN) return 1;
  return angle <= -QUARTER_TURN ? 0 : 0.5 + 0.5 * Math.sin(angle);
}
