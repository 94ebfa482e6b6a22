import { TributaryError } from "@tributary/model";
import { countAllCells, type DataArray, type VtkDataSet } from "./vtk-data.ts";

/**
 * Refuses to write a data set whose arrays do not fit its points and cells.
 *
 * @throws TributaryError `vtk-data-inconsistent` naming the array and both lengths
 */
export function checkVtkData(data: VtkDataSet): void {
  const checkArrays = (arrays: readonly DataArray[], tupleCount: number, group: string): void => {
    for (const array of arrays) {
      if (array.values.length === tupleCount * array.componentCount) continue;
      const needed = `${tupleCount} tuples of ${array.componentCount}`;
      throw errorInconsistent(`${group} array "${array.name}"`, `${array.values.length} values; needed ${needed}`);
    }
  };
  checkArrays(data.pointData, data.points.length / 3, "point");
  checkArrays(data.cellData, countAllCells(data), "cell");
  if (data.kind === "unstructuredGrid" && data.cellTypes.length !== countAllCells(data)) {
    throw errorInconsistent("cell types", `${data.cellTypes.length} types; needed ${countAllCells(data)}`);
  }
}

function errorInconsistent(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "vtk-data-inconsistent",
    what: "An array does not fit the mesh it is written with.",
    where,
    why,
    fix: "Give one tuple for each point or cell.",
  });
}
