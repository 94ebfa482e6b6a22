/** Which number of the state stands for what; the same order everywhere in this folder. */

/** The eight compliant compartments. */
export const CAVITY = {
  systemicArteries: 0,
  systemicVeins: 1,
  pulmonaryArteries: 2,
  pulmonaryVeins: 3,
  leftAtrium: 4,
  rightAtrium: 5,
  leftVentricle: 6,
  rightVentricle: 7,
} as const;
export const CAVITY_COUNT = 8;
/** The first compartments are tubes, the others chambers of the heart. */
export const TUBE_COUNT = 4;

/** The six orifices, along the flow of blood. */
export const VALVE = {
  systemicVenous: 0,
  tricuspid: 1,
  pulmonary: 2,
  pulmonaryVenous: 3,
  mitral: 4,
  aortic: 5,
} as const;
export const VALVE_COUNT = 6;

/** The cavity before and behind each orifice. */
export const VALVE_PROXIMAL = [1, 5, 7, 3, 4, 6] as const;
export const VALVE_DISTAL = [5, 7, 2, 4, 6, 0] as const;

/** The two peripheral beds, from an artery to the vein behind it. */
export const BED = { systemic: 0, pulmonary: 1 } as const;
export const BED_COUNT = 2;

/** The five walls; the first three are those of the anatomy's labels. */
export const HEART_WALL = { lvFree: 0, septum: 1, rvFree: 2, leftAtrium: 3, rightAtrium: 4 } as const;
export const WALL_COUNT = 5;
