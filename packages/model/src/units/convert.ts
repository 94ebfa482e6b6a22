/**
 * The only place where a quantity changes its unit. Inside the model lengths are mm, times ms, angles rad, volumes mL;
 * files, people and other programs use the units named here.
 */

/** Units of length that files and people use. */
export const LENGTH_UNITS = ["um", "mm", "cm", "m"] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

const MM_PER_UNIT: Record<LengthUnit, number> = { um: 1e-3, mm: 1, cm: 10, m: 1000 };

/** Units of voltage that recordings use. */
export const VOLTAGE_UNITS = ["uV", "mV", "V"] as const;
export type VoltageUnit = (typeof VOLTAGE_UNITS)[number];

const MV_PER_UNIT: Record<VoltageUnit, number> = { uV: 1e-3, mV: 1, V: 1000 };

/** Millimeters in one `unit`. */
export function millimetersPer(unit: LengthUnit): number {
  return MM_PER_UNIT[unit];
}

export function radiansFromDegrees(angle_deg: number): number {
  return (angle_deg * Math.PI) / 180;
}

export function degreesFromRadians(angle_rad: number): number {
  return (angle_rad * 180) / Math.PI;
}

/** 1 mL = 1000 mm³. */
export function millilitersFromCubicMillimeters(volume_mm3: number): number {
  return volume_mm3 / 1000;
}

export function cubicMillimetersFromMilliliters(volume_mL: number): number {
  return volume_mL * 1000;
}

/** Catheter gauge: 1 French is a diameter of 1/3 mm, exactly. */
export function millimetersFromFrench(diameter_F: number): number {
  return diameter_F / 3;
}

/** Millivolts in one `unit`. */
export function millivoltsPer(unit: VoltageUnit): number {
  return MV_PER_UNIT[unit];
}

export function millisecondsFromSeconds(time_s: number): number {
  return 1000 * time_s;
}

/** Time from one sample to the next, ms. */
export function samplingIntervalFromRate(samplingRate_Hz: number): number {
  return 1000 / samplingRate_Hz;
}

export function samplingRateFromInterval(samplingInterval_ms: number): number {
  return 1000 / samplingInterval_ms;
}

export function secondsFromMilliseconds(time_ms: number): number {
  return time_ms / 1000;
}

export function kilopascalsFromPascals(pressure_Pa: number): number {
  return pressure_Pa / 1000;
}

export function pascalsFromKilopascals(pressure_kPa: number): number {
  return 1000 * pressure_kPa;
}

/** 1 mmHg = 133.322 Pa. */
export function kilopascalsFromMillimetersOfMercury(pressure_mmHg: number): number {
  return 0.133322 * pressure_mmHg;
}

export function millimetersOfMercuryFromKilopascals(pressure_kPa: number): number {
  return pressure_kPa / 0.133322;
}

export function millilitersFromCubicMeters(volume_m3: number): number {
  return 1e6 * volume_m3;
}

export function cubicMetersFromMilliliters(volume_mL: number): number {
  return volume_mL / 1e6;
}

export function squareMetersFromSquareMillimeters(area_mm2: number): number {
  return area_mm2 / 1e6;
}

export function kilogramsFromGrams(mass_g: number): number {
  return mass_g / 1000;
}

/** Time from one beat to the next, s. */
export function cycleFromHeartRate(heartRate_perMin: number): number {
  return 60 / heartRate_perMin;
}
