/** Common statements on the procedure that are imprecise, and what this program says instead; shown at their station. */
import type { SourceId } from "../figures/source-catalog.ts";

export type Station = "summary" | "indication" | "preparation" | "setting" | "risks" | "benefits" | "followUp";

export interface Correction {
  readonly id: string;
  readonly station: Station;
  readonly often: string;
  readonly instead: string;
  readonly sourceId: SourceId;
}

export const CORRECTIONS: readonly Correction[] = [
  {
    id: "biventricular",
    station: "summary",
    often: "the lead upgrades the device to two chambers",
    instead: "a left-ventricular lead makes the system biventricular, whatever it was before",
    sourceId: "esc21",
  },
  {
    id: "bloodThinners",
    station: "preparation",
    often: "blood thinners are stopped",
    instead: "warfarin is normally continued, and heparin bridging is avoided",
    sourceId: "bruiseControl",
  },
  {
    id: "anesthesia",
    station: "setting",
    often: "an anesthesiologist is present",
    instead: "sedation led by a nurse is common; anesthesia where the patient needs it",
    sourceId: "haines2014",
  },
  {
    id: "selection",
    station: "indication",
    often: "it is for symptoms that medication does not control",
    instead: "QRS duration and morphology and ejection fraction decide, on medical therapy",
    sourceId: "esc21",
  },
  {
    id: "fatigue",
    station: "indication",
    often: "arrhythmias or severe fatigue are a reason",
    instead: "neither is an indication by itself",
    sourceId: "esc21",
  },
  {
    id: "weeks",
    station: "benefits",
    often: "benefit comes within weeks",
    instead: "symptoms may improve in weeks; the ventricle changes over 3 to 12 months",
    sourceId: "reverseFive",
  },
  {
    id: "risksMissing",
    station: "risks",
    often: "infection, bleeding, displacement and perforation are the risks",
    instead:
      "also: tear of the coronary sinus, phrenic stimulation, kidney injury by contrast, radiation, inappropriate shocks, infection with extraction, non-response",
    sourceId: "vanRees2011",
  },
  {
    id: "wholeLife",
    station: "followUp",
    often: "follow-up ends with recovery",
    instead: "exchange of the generator, MRI, driving and turning off at the end of life belong to it",
    sourceId: "rm23",
  },
];
