/** What the plan report itself cites; the assumptions carry their own sources. */
export const PLAN_SOURCES: readonly string[] = [
  "Singh et al., Circulation 2011;123:1159 (MADIT-CRT, position of the left-ventricular lead)",
  "Leyva et al., J Am Heart Assoc 2018;7:e008508 (apical position and cardiac death)",
  "Registration of fluoroscopy to cardiac magnetic resonance, 2014, PMC4055519 (error of a target)",
  "Gold et al., Eur Heart J 2011;32:2516 (electrical delay, Q-LV)",
  "Koopsen et al., BioMed Eng OnLine 2024 (acute measures and reverse remodeling; the circulation)",
  "Cerqueira et al., Circulation 2002;105:539 (17 segments)",
  "Nunez et al., PLoS One 2018;13:e0199239 (color map for readers with color blindness)",
];

/** Two findings on one position that do not agree. */
export const APICAL_EVIDENCE = [
  {
    study: "Singh 2011, MADIT-CRT, 799 patients, 29 months",
    finding: "apical against not apical: heart failure or death HR 1.72 (1.09 to 2.71)",
    apicalIs: "worse",
  },
  {
    study: "Leyva 2018, Birmingham, 1189 patients, 6.0 years",
    finding: "apical against not apical: cardiac death HR 0.74 (0.56 to 0.99); no effect on total death",
    apicalIs: "better",
  },
] as const;
