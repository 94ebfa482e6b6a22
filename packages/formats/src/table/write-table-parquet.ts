import { parquetWriteBuffer } from "hyparquet-writer";
import type { Table } from "./table.ts";

/** The same columns as 64-bit floats and texts of one Parquet file. */
export function writeTableParquet({ columns }: Table): Uint8Array<ArrayBuffer> {
  const columnData = columns.map((column) =>
    "texts" in column
      ? { name: column.name, data: [...column.texts], type: "STRING" as const }
      : { name: column.name, data: column.values, type: "DOUBLE" as const },
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
