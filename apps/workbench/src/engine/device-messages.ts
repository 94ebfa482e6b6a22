import type { TributaryErrorParts } from "@tributary/model";
import type {
  GeneratorSettings,
  ImplantedSystem,
  ImplantTestRound,
  InterrogationSnapshot,
  StepDownOptions,
  StepDownResult,
  TestOverride,
} from "@tributary/model/generator";
import type {
  CaseRhythm,
  DeviceRun,
  FaultFindings,
  FaultyLead,
  LeadPlace,
  OutputTest,
  SystemFault,
} from "@tributary/plan";
import type { Picture } from "@tributary/report";

/** What lies on the test bench; plain values. */
export interface BenchRequest {
  readonly place: LeadPlace;
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  /** A fault drawn from this seed, which the page does not know; undefined: none was posed. */
  readonly faultSeed: number | undefined;
}

/** The leads that a person tests: a chamber, or a vector of the left-ventricular lead. */
export interface TestedLead {
  readonly lead: FaultyLead;
  readonly vectorName: string | undefined;
}

/** What the bench is asked. */
export type DeviceQuestion = { readonly bench: BenchRequest } & (
  | {
      readonly ask: "strip";
      readonly disturbance: string;
      readonly start_ms: number;
      readonly speed_mmPerS: 25 | 50;
    }
  | { readonly ask: "tests"; readonly overrides: readonly TestOverride[] }
  | { readonly ask: "output"; readonly test: OutputTest; readonly speed_mmPerS: 25 | 50 }
  | { readonly ask: "stepDown"; readonly tested: TestedLead; readonly options: StepDownOptions }
  | { readonly ask: "diagnosis"; readonly named: SystemFault | undefined }
  | { readonly ask: "readOut"; readonly duration_ms: number; readonly time: string }
);

/** A run without its log, which stays in the worker. */
export type RunSummary = Pick<DeviceRun, "counters" | "intervals" | "tally" | "violations" | "eventCount">;

/** One answer to each question. */
export interface DeviceAnswers {
  readonly strip: { readonly picture: Picture; readonly run: RunSummary; readonly heart: CaseRhythm };
  readonly tests: {
    readonly round: ImplantTestRound;
    readonly usable: readonly string[];
    /** By vector name. */
    readonly qLv_ms: ReadonlyMap<string, number>;
    readonly leftRightDelay_ms: ReadonlyMap<string, number>;
    readonly curves: Picture;
  };
  readonly output: { readonly picture: Picture };
  readonly stepDown: { readonly result: StepDownResult };
  readonly diagnosis: {
    readonly truth: SystemFault | undefined;
    readonly isRight: boolean;
    readonly findings: readonly FaultFindings[];
  };
  readonly readOut: { readonly snapshot: InterrogationSnapshot };
}

export type DeviceAnswer<Ask extends keyof DeviceAnswers = keyof DeviceAnswers> = DeviceAnswers[Ask];

export type DeviceReply =
  | { readonly kind: "device"; readonly id: number; readonly answer: DeviceAnswer }
  | { readonly kind: "deviceRefused"; readonly id: number; readonly error: TributaryErrorParts };
