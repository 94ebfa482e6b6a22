import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { writeTableCsv } from "./write-table-csv.ts";
import { writeTableParquet } from "./write-table-parquet.ts";

const TABLE = {
  columns: [
    { name: "time_ms", values: Float64Array.of(0, 1, 2) },
    { name: "pressure_kPa", values: Float64Array.of(0.1 + 0.2, Number.NaN, -3e-9) },
  ],
};

test("a table as CSV has a header and a row an index; what is not a number is empty", () => {
  expect(writeTableCsv(TABLE)).toBe("time_ms,pressure_kPa\n0,0.30000000000000004\n1,\n2,-3e-9\n");
});

test("a table as Parquet is read back to the same numbers", async () => {
  const bytes = writeTableParquet({
    columns: [TABLE.columns[0]!, { name: "x_mL", values: Float64Array.of(1.5, -2, 1e300) }],
  });
  const rows = await parquetReadObjects({ file: bytes.slice().buffer });
  expect(rows).toEqual([
    { time_ms: 0, x_mL: 1.5 },
    { time_ms: 1, x_mL: -2 },
    { time_ms: 2, x_mL: 1e300 },
  ]);
});

test("a column of texts is quoted in CSV and a text in Parquet", async () => {
  const table = {
    columns: [
      { name: "vein", texts: ['a "wide" one', "b, c"] },
      { name: "rank", values: Float64Array.of(1, 2) },
    ],
  };
  expect(writeTableCsv(table)).toBe('vein,rank\n"a ""wide"" one",1\n"b, c",2\n');
  const rows = await parquetReadObjects({ file: writeTableParquet(table).buffer });
  expect(rows).toEqual([
    { vein: 'a "wide" one', rank: 1 },
    { vein: "b, c", rank: 2 },
  ]);
});
