/** Poles of a left-ventricular lead as printed on devices; LV1 is the tip. */
export const LV_ELECTRODES = ["LV1", "LV2", "LV3", "LV4"] as const;
export type LvElectrode = (typeof LV_ELECTRODES)[number];

/** A catalog value with whether it was confirmed in a public source; undefined value: nobody may assume one. */
export interface CatalogValue<T> {
  readonly value: T | undefined;
  readonly confirmed: boolean;
}

/** A left-ventricular lead. */
export interface LvLead {
  /** kebab-case, stable. */
  readonly id: string;
  readonly maker: string;
  readonly model: string;
  readonly electrodeCount: 1 | 2 | 4;
  /** Distance of each electrode from the tip electrode, LV1 first (0), increasing. */
  readonly electrodeOffsets_mm: CatalogValue<readonly number[]>;
  readonly bodySize_F: CatalogValue<number>;
  readonly tipSize_F: CatalogValue<number>;
  readonly lengths_cm: CatalogValue<readonly number[]>;
  readonly shape: CatalogValue<string>;
  readonly fixation: CatalogValue<"passive" | "active">;
  readonly connector: CatalogValue<"IS4-LLLL" | "IS-1">;
  /** How many pacing vectors generators of the same maker offer, as printed. */
  readonly exposedVectors: CatalogValue<string>;
  readonly source: string;
}
