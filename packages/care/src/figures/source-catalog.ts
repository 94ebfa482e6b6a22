/** Publications that a figure or a clinical rule may rest on. A figure names one by its id, so that none is without. */
export interface Source {
  readonly citation: string;
  readonly year: number;
}

export const SOURCES = {
  access2020: {
    citation:
      "Subclavian, axillary and cephalic access: meta-analysis of 23 studies, JACC Clin Electrophysiol 2020 (PMID 32553216)",
    year: 2020,
  },
  acrContrast: { citation: "ACR Manual on Contrast Media, American College of Radiology", year: 2023 },
  aha22: { citation: "2022 AHA/ACC/HFSA heart failure guideline, Heidenreich, Circulation 2022;145:e895", year: 2022 },
  alsync: { citation: "ALSYNC, Morgan, Eur Heart J 2016", year: 2016 },
  asaFasting: {
    citation: "ASA practice guidelines for preoperative fasting, Anesthesiology 2017;126:376; focused update 2023",
    year: 2017,
  },
  asaGlp1: { citation: "ASA consensus guidance on GLP-1 receptor agonists before anesthesia", year: 2023 },
  asaSedation: {
    citation: "ASA practice guidelines for moderate procedural sedation, Anesthesiology 2018;128:437",
    year: 2018,
  },
  behar2015: {
    citation: "Behar, quadripolar against bipolar registry (n = 721), JACC Clin Electrophysiol 2015",
    year: 2015,
  },
  biffi2014: { citation: "Biffi, left-ventricular lead stability, Europace 2014", year: 2014 },
  bisch2010: { citation: "Bisch, resynchronization implants: times and success (n = 106), Europace 2010", year: 2010 },
  blockHf: { citation: "BLOCK HF, Curtis, N Engl J Med 2013;368:1585", year: 2013 },
  bruiseControl: { citation: "BRUISE CONTROL, Birnie, N Engl J Med 2013;368:2084", year: 2013 },
  bruiseControl2: { citation: "BRUISE CONTROL-2, Birnie, Eur Heart J 2018;39:3973", year: 2018 },
  budapestUpgrade: { citation: "BUDAPEST-CRT Upgrade, Merkely, Eur Heart J 2023;44:4259", year: 2023 },
  careHf: { citation: "CARE-HF, Cleland, N Engl J Med 2005;352:1539", year: 2005 },
  careHfExtension: { citation: "CARE-HF extension, Cleland, Eur Heart J 2006;27:1928", year: 2006 },
  ccs17: { citation: "2017 Canadian heart failure guidelines, Ezekowitz, Can J Cardiol 2017;33:1342", year: 2017 },
  ccs13: {
    citation: "Canadian guidelines on resynchronization: implementation, Parkash, Can J Cardiol 2013;29:1346",
    year: 2013,
  },
  ccsDriving: { citation: "Canadian Cardiovascular Society guidelines for fitness to drive", year: 2023 },
  cheng2010: {
    citation: "Cheng, acute lead dislodgement in the NCDR ICD registry, J Am Coll Cardiol Heart Rhythm 2010",
    year: 2010,
  },
  ckdEpi2021: { citation: "CKD-EPI 2021 creatinine equation, Inker, N Engl J Med 2021;385:1737", year: 2021 },
  cockcroftGault: { citation: "Cockcroft and Gault, Nephron 1976;16:31", year: 1976 },
  companion: { citation: "COMPANION, Bristow, N Engl J Med 2004;350:2140", year: 2004 },
  consyst: { citation: "CONSYST-CRT (n = 134), JACC Clin Electrophysiol 2025", year: 2025 },
  cowburn2005: {
    citation: "Cowburn, contrast nephropathy after resynchronization implants, Eur J Heart Fail 2005",
    year: 2005,
  },
  cpt: { citation: "CPT numbers, American Medical Association; meaning in this program's own words", year: 2025 },
  csInjury2020: {
    citation: "Coronary sinus injury in 5011 implants, Heart Rhythm 2020, doi 10.1016/j.hrthm.2020.03.011",
    year: 2020,
  },
  danish: { citation: "DANISH, Kober, N Engl J Med 2016;375:1221", year: 2016 },
  dvla: {
    citation: "Assessing fitness to drive: cardiovascular disorders, Driver and Vehicle Licensing Agency, UK",
    year: 2024,
  },
  echoCrt: { citation: "EchoCRT, Ruschitzka, N Engl J Med 2013;369:1395", year: 2013 },
  ehraDoac: {
    citation: "2021 EHRA practical guide on non-vitamin K antagonist anticoagulants, Steffel, Europace 2021;23:1612",
    year: 2021,
  },
  ehraDriving: {
    citation: "EHRA consensus on driving with implantable defibrillators, Vijgen, Europace 2009;11:1097",
    year: 2009,
  },
  epicardialSeries2005: {
    citation: "Minithoracotomy against endoscopic left-ventricular leads (n = 41), 2005",
    year: 2005,
  },
  esc21: {
    citation: "2021 ESC guidelines on cardiac pacing and resynchronization, Glikson, Eur Heart J 2021;42:3427",
    year: 2021,
  },
  fdaSglt2: { citation: "FDA safety communication on SGLT2 inhibitors before scheduled surgery, 2020", year: 2020 },
  friedman2023: {
    citation: "Friedman, failed left-ventricular leads in 111 802 implants, Heart Rhythm 2023;20:1420",
    year: 2023,
  },
  gamble2016: {
    citation: "Gamble, failure of left-ventricular leads: meta-analysis of 164 studies, JACC Clin Electrophysiol 2016",
    year: 2016,
  },
  gold2011: { citation: "Gold, left-ventricular electrical delay and response, Eur Heart J 2011;32:2516", year: 2011 },
  haines2014: {
    citation: "HRS expert consensus on electrophysiology laboratories, Haines, Heart Rhythm 2014;11:e9",
    year: 2014,
  },
  hrs23: {
    citation: "2023 HRS/APHRS/LAHRS guideline on cardiac physiologic pacing, Chung, Heart Rhythm 2023;20:e17",
    year: 2023,
  },
  kccq12: { citation: "KCCQ-12 scoring, Spertus and Jones, Circ Cardiovasc Qual Outcomes 2015;8:469", year: 2015 },
  kdigo: {
    citation: "KDIGO clinical practice guideline for acute kidney injury, Kidney Int Suppl 2012;2:1",
    year: 2012,
  },
  kirkfeldt2014: {
    citation: "Kirkfeldt, complications of device implants in Denmark, Eur Heart J 2014;35:1186",
    year: 2014,
  },
  lbbapPooled: {
    citation: "Left bundle branch area against biventricular pacing: ten studies (n = 616), pooled analysis 2022",
    year: 2022,
  },
  lbbpResync: { citation: "LBBP-RESYNC (n = 40), Wang, J Am Coll Cardiol 2022;80:1205", year: 2022 },
  madit: { citation: "MADIT-CRT, Moss, N Engl J Med 2009;361:1329", year: 2009 },
  mlhfq: { citation: "Minnesota Living with Heart Failure Questionnaire, Rector, Heart Failure 1987", year: 1987 },
  ncd204: { citation: "US national coverage determination 20.4, implantable defibrillators, 2018", year: 2018 },
  nisCrtd2018: { citation: "US inpatient CRT-D complications, J Cardiovasc Electrophysiol 2018", year: 2018 },
  nis2017: { citation: "Hosseini, US inpatient resynchronization complications, Eur Heart J 2017;38:2122", year: 2017 },
  nisPerforation: { citation: "Cardiac perforation in US CRT-D implants, inpatient sample", year: 2019 },
  nisUpgrade2017: {
    citation: "Upgrade against new implant in the US inpatient sample, Heart Rhythm 2017;14:1043",
    year: 2017,
  },
  olsen2019: { citation: "Olsen, device infection in Denmark, Eur Heart J 2019;40:1862", year: 2019 },
  padit: { citation: "PADIT, Krahn, J Am Coll Cardiol 2018;72:3098", year: 2018 },
  paditScore: { citation: "PADIT score, Birnie, J Am Coll Cardiol 2019;74:2845; validation, HRS 2020", year: 2019 },
  performa2015: { citation: "Crossley, quadripolar lead performance, Heart Rhythm 2015", year: 2015 },
  raft: { citation: "RAFT, Tang, N Engl J Med 2010;363:2385", year: 2010 },
  replace: { citation: "REPLACE registry, Poole, Circulation 2010;122:1553", year: 2010 },
  reverse: { citation: "REVERSE, Linde, J Am Coll Cardiol 2008;52:1834", year: 2008 },
  reverseFive: { citation: "REVERSE at five years, Linde, Eur Heart J 2013;34:2592", year: 2013 },
  rm23: {
    citation: "2023 HRS/EHRA/APHRS/LAHRS remote device clinic consensus, Ferrick, Heart Rhythm 2023;20:e92",
    year: 2023,
  },
  solveCrt: { citation: "SOLVE-CRT, Singh, JAMA Cardiol 2024", year: 2024 },
  ta314: { citation: "NICE technology appraisal 314, defibrillators and resynchronization, 2014", year: 2014 },
  trust2014: {
    citation: "Contrast kidney injury after resynchronization implants, J Interv Card Electrophysiol 2014",
    year: 2014,
  },
  ukSglt2: { citation: "UK multidisciplinary consensus on SGLT2 inhibitors around surgery, 2025", year: 2025 },
  vanRees2011: {
    citation: "van Rees, implantation complications in trials, J Am Coll Cardiol 2011;58:995",
    year: 2011,
  },
  whoChecklist: { citation: "WHO surgical safety checklist, adapted to device implants", year: 2009 },
  wrapIt: { citation: "WRAP-IT, Tarakji, N Engl J Med 2019;380:1895", year: 2019 },
  wrapItHematoma: { citation: "WRAP-IT hematoma analysis, Tarakji 2021", year: 2021 },
  practice: { citation: "usual practice; no publication looked up (from memory)", year: 2024 },
  design: { citation: "a choice of this program (assumed)", year: 2026 },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
