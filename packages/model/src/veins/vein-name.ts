/** The veins a generated tree may have; trunk first, then the tributaries in the order of their mouths from the left. */
export const VEIN_NAMES = [
  "coronarySinus",
  "greatCardiacVein",
  "anteriorInterventricularVein",
  "anterolateralVein",
  "leftMarginalVein",
  "posterolateralVein",
  "posteriorVein",
  "middleCardiacVein",
] as const;
export type VeinName = (typeof VEIN_NAMES)[number];

/** Identifiers spelled out for readers, leftMarginalVein as "Left marginal vein"; other names as they are. */
export function spellVeinName(name: string): string {
  if (!/^[a-z]+(?:[A-Z][a-z]*)+$/.test(name)) return name;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}

/** The veins that run down the ventricle, where a lead can pace it. */
export type TributaryVeinName = Exclude<VeinName, "coronarySinus" | "greatCardiacVein">;

/** The veins whose absence leaves no way to the free wall except along the grooves. */
export const FREE_WALL_VEINS: readonly VeinName[] = [
  "anterolateralVein",
  "leftMarginalVein",
  "posterolateralVein",
  "posteriorVein",
];
