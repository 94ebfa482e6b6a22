/** Classes that the rules of preparation speak of. */
export type DrugClass =
  | "vitaminKAntagonist"
  | "dabigatran"
  | "xaInhibitor"
  | "aspirin"
  | "p2y12Inhibitor"
  | "therapeuticLmwh"
  | "heparin"
  | "sglt2Inhibitor"
  | "metformin"
  | "basalInsulin"
  | "rapidInsulin"
  | "sulfonylurea"
  | "glp1Weekly"
  | "glp1Daily"
  | "betaBlocker"
  | "raasInhibitor"
  | "mra"
  | "loopDiuretic"
  | "digoxin"
  | "antiarrhythmic"
  | "statin";

/** Generic names, spelled alike in every language of the program. */
export const DRUGS = {
  warfarin: "vitaminKAntagonist",
  phenprocoumon: "vitaminKAntagonist",
  acenocoumarol: "vitaminKAntagonist",
  dabigatran: "dabigatran",
  apixaban: "xaInhibitor",
  rivaroxaban: "xaInhibitor",
  edoxaban: "xaInhibitor",
  aspirin: "aspirin",
  clopidogrel: "p2y12Inhibitor",
  ticagrelor: "p2y12Inhibitor",
  prasugrel: "p2y12Inhibitor",
  enoxaparin: "therapeuticLmwh",
  dalteparin: "therapeuticLmwh",
  heparin: "heparin",
  canagliflozin: "sglt2Inhibitor",
  dapagliflozin: "sglt2Inhibitor",
  empagliflozin: "sglt2Inhibitor",
  ertugliflozin: "sglt2Inhibitor",
  sotagliflozin: "sglt2Inhibitor",
  metformin: "metformin",
  "insulin glargine": "basalInsulin",
  "insulin degludec": "basalInsulin",
  "insulin lispro": "rapidInsulin",
  "insulin aspart": "rapidInsulin",
  glimepiride: "sulfonylurea",
  gliclazide: "sulfonylurea",
  semaglutide: "glp1Weekly",
  dulaglutide: "glp1Weekly",
  tirzepatide: "glp1Weekly",
  liraglutide: "glp1Daily",
  bisoprolol: "betaBlocker",
  carvedilol: "betaBlocker",
  metoprolol: "betaBlocker",
  nebivolol: "betaBlocker",
  "sacubitril/valsartan": "raasInhibitor",
  ramipril: "raasInhibitor",
  enalapril: "raasInhibitor",
  lisinopril: "raasInhibitor",
  candesartan: "raasInhibitor",
  valsartan: "raasInhibitor",
  spironolactone: "mra",
  eplerenone: "mra",
  finerenone: "mra",
  furosemide: "loopDiuretic",
  torsemide: "loopDiuretic",
  bumetanide: "loopDiuretic",
  digoxin: "digoxin",
  amiodarone: "antiarrhythmic",
  atorvastatin: "statin",
} as const satisfies Record<string, DrugClass>;

export type DrugName = keyof typeof DRUGS;
