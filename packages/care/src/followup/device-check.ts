/** What a full check of a resynchronization device holds. */
export interface DeviceCheckItem {
  readonly id: string;
  readonly text: string;
  readonly unit: string | undefined;
  readonly only?: "defibrillator";
}

function item(id: string, text: string, unit?: string, only?: "defibrillator"): DeviceCheckItem {
  return { id, text, unit, ...(only && { only }) };
}

/** Each with value, unit, method, polarity, channel and date. */
export const DEVICE_CHECK_ITEMS: readonly DeviceCheckItem[] = [
  item("battery", "battery: voltage or percent, months, replacement time", "V"),
  item("impedance", "lead impedance, each chamber and vector; usual 200 to 2000", "ohm"),
  item("shockImpedance", "shock impedance; usual 20 to 200", "ohm", "defibrillator"),
  item("sensing", "sensing: P from 1.5, R from 5", "mV"),
  item("threshold", "threshold at pulse width: right atrium, right ventricle, each vector of the left", "V"),
  item("phrenic", "phrenic threshold of each vector, and margin", "V"),
  item("outputs", "outputs and safety margin", "V"),
  item("pacing", "atrial, ventricular, biventricular and effective pacing; extrasystoles", "%"),
  item("fibrillation", "burden of atrial fibrillation, longest episode", "%"),
  item("episodes", "ventricular episodes, therapies, whether appropriate", undefined, "defibrillator"),
  item("trends", "heart rate, activity, impedance of the chest, heart failure index"),
  item("program", "mode, rates, AV and VV delay, several-point pacing, adaptive functions"),
  item("zones", "tachycardia zones", undefined, "defibrillator"),
  item("connection", "state of the remote connection"),
  item("ecg", "electrograms, and 12-lead ECG with and without pacing"),
];
