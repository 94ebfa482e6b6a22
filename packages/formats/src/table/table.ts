/** Columns of equal length; the unit of each is the end of its name. */
export interface Table {
  readonly columns: readonly TableColumn[];
}

export type TableColumn =
  | { readonly name: string; readonly values: Float64Array }
  | { readonly name: string; readonly texts: readonly string[] };
