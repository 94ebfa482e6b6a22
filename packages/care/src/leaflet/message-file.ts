import type { PatientTaskMessage } from "../calendar/task.ts";
import type { Language } from "./readability.ts";

/** Sections of the leaflet, one for each of the page that it implements. */
export const LEAFLET_SECTIONS = [
  "summary",
  "purpose",
  "indications",
  "preparation",
  "procedure",
  "duration",
  "setting",
  "risks",
  "benefits",
  "recovery",
  "alternatives",
  "experience",
] as const;
export type LeafletSectionId = (typeof LEAFLET_SECTIONS)[number];

/** Under which facts of the case a sentence is said. */
export type LeafletCondition =
  | "isDefibrillator"
  | "isPacemaker"
  | "isUpgrade"
  | "mayBePregnant"
  | "hasDate"
  | "hasVein"
  | "hasLvef"
  | "lacksLvef"
  | "hasQrs"
  | "lacksQrs"
  | "hasNyha"
  | "lacksNyha"
  | "isUndecided"
  | "guidesDiffer"
  | "takesVitaminKAntagonist"
  | "hasPreparationTasks"
  | "hasRecoveryTasks";

/** One sentence with placeholders, or a list that the program fills. Message files hold no digit. */
export type LeafletMessage =
  | { readonly text: string; readonly only?: LeafletCondition }
  | { readonly item: string; readonly only?: LeafletCondition }
  | { readonly list: "preparationTasks" | "recoveryTasks" | "risks" | "emergencies" | "sameDayEvents" };

interface LeafletSectionMessages {
  readonly title: string;
  readonly messages: readonly LeafletMessage[];
  /** Asked back, to see whether the section was understood. */
  readonly teachBack: string;
}

/** All words of a leaflet in one language. */
export interface MessageFile {
  readonly language: Language;
  readonly locale: string;
  readonly translator: string;
  /** The clinician who checked the file; while undefined every page says so. */
  readonly reviewedBy: string | undefined;
  readonly title: string;
  readonly notChecked: string;
  readonly notice: string;
  /** Words that cannot be put more simply and are kept out of the count; at most 25. */
  readonly terms: readonly string[];
  readonly sections: Readonly<Record<LeafletSectionId, LeafletSectionMessages>>;
  readonly tasks: Readonly<Record<PatientTaskMessage, string>>;
  readonly risks: Readonly<Record<string, string>>;
  /** When a risk was counted: in hospital, in the first month, or in the first months. */
  readonly riskTimes: { readonly inHospital: string; readonly month: string; readonly months: string };
  readonly riskWithNumber: string;
  readonly riskBelowOne: string;
  readonly riskWithoutNumber: string;
  readonly events: Readonly<Record<string, string>>;
  readonly veins: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly values: { readonly title: string; readonly statements: readonly string[] };
  readonly worries: { readonly title: string; readonly prompt: string };
  /** Words of the page around the sections. */
  readonly page: {
    readonly teachBack: string;
    readonly sources: string;
    readonly readability: string;
    readonly withTerms: string;
    readonly wordsBy: string;
  };
}
