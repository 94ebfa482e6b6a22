import { parquetWriteBuffer } from "hyparquet-writer";
import type { Table } from "./table.ts";

/** The same columns as 64-bit floats of one Parquet file. */
export function writeTableParquet({ columns }: Table): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({ columnData: columns.map(({ name, values }) => ({ name, data: values, type: "DOUBLE" })) }),
  );
}
