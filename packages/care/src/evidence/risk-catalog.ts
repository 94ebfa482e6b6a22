/** Complications with their published rates. Rows are not to be added up: several are composites of others. */
import type { Figure, Horizon } from "../figures/figure.ts";
import type { SourceId } from "../figures/source-catalog.ts";
import { any, below, type Criterion, oneOf, yes } from "../rules/criterion.ts";

/** A number that raises or lowers one risk in some patients; shown beside it, never multiplied into it. */
export interface RiskModifier {
  readonly text: string;
  readonly when: Criterion;
  /** Relative risk, odds or hazard ratio, as its locator says. */
  readonly ratio: Figure;
}

export interface Risk {
  readonly id: string;
  readonly text: string;
  /** Percent; the first is the one shown to patients, the others stand beside it where sources disagree. */
  readonly rates: readonly Figure[];
  /** Shown first for an upgrade, where it was counted apart. */
  readonly upgradeRate?: Figure;
  readonly modifiers: readonly RiskModifier[];
  /** Which devices or procedures it concerns; undefined all. */
  readonly only?: "defibrillator" | "upgrade";
}

const IN_HOSPITAL: Horizon = { kind: "inHospital" };
const at = (months: number): Horizon => ({ kind: "at", months });

interface Rest {
  readonly n?: number;
  readonly low?: number;
  readonly high?: number;
  readonly confirmed?: boolean;
}

function percent(value: number, horizon: Horizon, sourceId: SourceId, locator: string, rest: Rest = {}): Figure {
  return { value, unit: "%", horizon, sourceId, locator, confirmed: true, ...rest };
}

function ratio(value: number, sourceId: SourceId, locator: string, rest: Rest = {}): Figure {
  return { value, unit: "1", sourceId, locator, confirmed: true, ...rest };
}

const FEMALE = oneOf("sex", "female");

export const RISKS: readonly Risk[] = [
  {
    id: "anyComplication",
    text: "any complication",
    rates: [
      percent(9.5, at(6), "kirkfeldt2014", "all devices, Denmark"),
      percent(6.1, IN_HOSPITAL, "nis2017", "resynchronization, US inpatients"),
    ],
    modifiers: [
      { text: "women", when: FEMALE, ratio: ratio(1.3, "kirkfeldt2014", "relative risk") },
      {
        text: "emergency",
        when: yes("emergencyProcedure"),
        ratio: ratio(1.5, "kirkfeldt2014", "relative risk, out of hours"),
      },
    ],
  },
  {
    id: "hematoma",
    text: "clinically significant pocket hematoma",
    rates: [
      percent(2.2, at(1), "wrapItHematoma", "30 days"),
      percent(3.5, at(1), "bruiseControl", "warfarin continued, 12 of 343", { n: 343 }),
      percent(16, at(1), "bruiseControl", "heparin bridging", { n: 338 }),
      percent(2.1, at(1), "bruiseControl2", "direct anticoagulant, continued or not", { n: 662 }),
    ],
    modifiers: [],
  },
  {
    id: "infection",
    text: "infection that needs removal or surgery",
    rates: [
      percent(1.2, at(12), "wrapIt", "control arm, major infection"),
      percent(0.7, at(12), "wrapIt", "with antibacterial envelope"),
    ],
    modifiers: [
      {
        text: "dialysis or severe renal failure",
        when: any(yes("dialysis"), below("egfr_mLPerMinPer173m2", 30)),
        ratio: ratio(2.4, "olsen2019", "hazard ratio"),
      },
    ],
  },
  {
    id: "lvLeadDisplacement",
    text: "left-ventricular lead displaced",
    rates: [
      percent(5.7, at(6), "vanRees2011", "trials"),
      percent(10.6, at(12), "biffi2014", "CRT-D"),
      percent(1.7, at(6), "behar2015", "quadripolar leads", { n: 721 }),
      percent(4.6, at(6), "behar2015", "bipolar leads", { n: 721 }),
    ],
    modifiers: [],
  },
  {
    id: "earlyDislodgement",
    text: "a lead dislodged before discharge",
    rates: [percent(1.16, IN_HOSPITAL, "cheng2010", "all defibrillators")],
    modifiers: [],
  },
  {
    id: "lvLeadFailure",
    text: "no left-ventricular lead placed",
    rates: [
      percent(3.6, IN_HOSPITAL, "friedman2023", "first implants, US", { n: 111_802 }),
      percent(2.4, IN_HOSPITAL, "gamble2016", "studies after 2005"),
    ],
    modifiers: [{ text: "women", when: FEMALE, ratio: ratio(1.38, "friedman2023", "odds ratio") }],
  },
  {
    id: "sinusInjury",
    text: "tear of the coronary sinus",
    rates: [
      percent(0.58, IN_HOSPITAL, "csInjury2020", "dissection, 29 of 5011", { n: 5011 }),
      percent(2, IN_HOSPITAL, "vanRees2011", "all coronary sinus complications"),
    ],
    modifiers: [],
  },
  {
    id: "perforation",
    text: "perforation of the heart",
    rates: [percent(0.32, IN_HOSPITAL, "nisPerforation", "CRT-D, US inpatients")],
    modifiers: [{ text: "women", when: FEMALE, ratio: ratio(2.63, "nisPerforation", "odds ratio") }],
  },
  {
    id: "pneumothorax",
    text: "air beside the lung",
    rates: [
      percent(0.9, IN_HOSPITAL, "vanRees2011", "trials"),
      percent(1.5, IN_HOSPITAL, "nisCrtd2018", "US inpatients"),
    ],
    modifiers: [
      {
        text: "subclavian instead of cephalic access",
        when: yes("subclavianAccess"),
        ratio: ratio(4.88, "access2020", "relative risk", { low: 2.95, high: 8.06, n: 35_722 }),
      },
    ],
  },
  {
    id: "phrenic",
    text: "twitching of the diaphragm that needs action",
    rates: [percent(7.2, at(6), "performa2015", "quadripolar lead, any action")],
    modifiers: [],
  },
  {
    id: "contrastKidney",
    text: "kidney injury by contrast",
    rates: [
      percent(14, IN_HOSPITAL, "cowburn2005", "resynchronization"),
      percent(10.2, IN_HOSPITAL, "trust2014", "resynchronization"),
    ],
    modifiers: [],
  },
  {
    id: "death",
    text: "death in hospital",
    rates: [
      percent(0.8, IN_HOSPITAL, "nisUpgrade2017", "new implants, US"),
      percent(0.3, IN_HOSPITAL, "vanRees2011", "trials"),
    ],
    upgradeRate: percent(1.9, IN_HOSPITAL, "nisUpgrade2017", "upgrades, US"),
    modifiers: [
      {
        text: "upgrade",
        when: oneOf("existingDevice", "pacemaker", "icd", "crtP", "crtD"),
        ratio: ratio(1.91, "nisUpgrade2017", "odds ratio"),
      },
    ],
  },
  {
    id: "upgradeComplication",
    text: "major complication of an exchange with a new left-ventricular lead",
    rates: [percent(18.7, at(6), "replace", "left-ventricular lead added")],
    modifiers: [],
    only: "upgrade",
  },
  {
    id: "inappropriateShock",
    text: "shock that was not needed",
    rates: [percent(3, at(12), "practice", "a few percent a year (from memory)", { confirmed: false })],
    modifiers: [],
    only: "defibrillator",
  },
  {
    id: "nonResponse",
    text: "little or no benefit",
    rates: [percent(30, at(12), "practice", "about 30 % (from memory)", { confirmed: false })],
    modifiers: [],
  },
];
