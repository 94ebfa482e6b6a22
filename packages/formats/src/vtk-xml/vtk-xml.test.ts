import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, errorOf, readsOrRefuses } from "../bytes/test-helpers.fixture.ts";
import { arbitraryVtkData, TWO_TETRAHEDRA, TWO_TRIANGLES } from "../vtk-data/vtk-data.fixture.ts";
import { findArray } from "../vtk-data/vtk-data.ts";
import { readVtkXml } from "./read-vtk-xml.ts";
import { writeVtkXml } from "./write-vtk-xml.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

const options = fc.record({
  encoding: fc.constantFrom("ascii" as const, "inline" as const, "appendedBase64" as const, "appendedRaw" as const),
  compress: fc.boolean(),
  headerType: fc.constantFrom("UInt32" as const, "UInt64" as const),
  littleEndian: fc.boolean(),
});

describe("VTK XML", () => {
  test("every data set comes back unchanged in every encoding", () => {
    fc.assert(
      fc.property(arbitraryVtkData, options, (data, settings) => {
        expect(readVtkXml(writeVtkXml(data, settings), "a.vtu")).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });

  test("an array of several zlib blocks comes back unchanged", () => {
    const values = Float64Array.from({ length: 20_001 }, (_, i) => Math.sin(i));
    const data = { ...TWO_TRIANGLES, fieldData: [{ name: "wave", componentCount: 1, values }] };
    for (const encoding of ["inline", "appendedBase64", "appendedRaw"] as const) {
      expect(readVtkXml(writeVtkXml(data, { encoding }), "a.vtp")).toEqual(data);
    }
  });

  test("a hand-written ascii file with comments, entities and two pieces is read", () => {
    const piece = (x: number): string => `<Piece NumberOfPoints="2" NumberOfLines="1">
      <PointData><DataArray type="Float32" Name="r &lt;mm&gt;" format="ascii"> 1.5 2 </DataArray></PointData>
      <Points><DataArray type="Float32" NumberOfComponents="3" format="ascii">${x} 0 0  ${x} 1 0</DataArray></Points>
      <Lines><DataArray type="Int64" Name="connectivity" format="ascii">0 1</DataArray>
      <DataArray type="Int64" Name="offsets" format="ascii">2</DataArray></Lines></Piece>`;
    const file = bytesOf(
      `<?xml version="1.0"?><!-- a > comment -->\n<VTKFile type='PolyData' byte_order='BigEndian'><PolyData>
       ${piece(1)}${piece(2)}</PolyData></VTKFile>`,
    );
    const data = readVtkXml(file, "two.vtp");
    if (data.kind !== "polyData") throw new Error("poly data was written");
    expect([...data.points]).toEqual([1, 0, 0, 1, 1, 0, 2, 0, 0, 2, 1, 0]);
    expect([...data.lines.connectivity]).toEqual([0, 1, 2, 3]);
    expect([...data.lines.offsets]).toEqual([0, 2, 4]);
    expect([...findArray(data.pointData, "r <mm>")!.values]).toEqual([1.5, 2, 1.5, 2]);
  });

  test("inline data whose length is a base64 unit of its own is read", () => {
    // Length 2 padded apart from the two bytes 7 and 9.
    const array = '<DataArray type="UInt8" Name="class" NumberOfTuples="2" format="binary">AgAAAA==Bwk=</DataArray>';
    const file = bytesOf(
      `<VTKFile type="PolyData" header_type="UInt32"><PolyData><FieldData>${array}</FieldData>` +
        '<Piece NumberOfPoints="0"/></PolyData></VTKFile>',
    );
    expect([...readVtkXml(file, "a.vtp").fieldData[0]!.values]).toEqual([7, 9]);
  });

  test("children of an array are passed over, before and after its values", () => {
    const key = '<InformationKey name="L2_NORM_RANGE" length="2"><Value index="0"> 3.5 </Value></InformationKey>';
    const array = (inner: string): string =>
      `<DataArray type="Int32" Name="n" NumberOfTuples="2" format="ascii">${inner}</DataArray>`;
    for (const inner of [`${key}\n 7 9 `, `\n 7 9 \n${key}`, ` 7 9${key}${key}`]) {
      const file = bytesOf(
        `<VTKFile type="PolyData"><PolyData><FieldData>${array(inner)}</FieldData><Piece/></PolyData></VTKFile>`,
      );
      expect([...readVtkXml(file, "a.vtp").fieldData[0]!.values]).toEqual([7, 9]);
    }
  });

  test("a Node Buffer is read as its bytes, though its slices are views of one pool", () => {
    for (const encoding of ["appendedRaw", "inline"] as const) {
      const file = Buffer.concat([Buffer.from("  "), writeVtkXml(TWO_TETRAHEDRA, { encoding, compress: false })]);
      expect(readVtkXml(file.subarray(2), "a.vtu")).toEqual(TWO_TETRAHEDRA);
    }
  });

  test("raw appended bytes that look like tags are not looked into", () => {
    const values = Uint8Array.from(bytesOf("</AppendedData><x <<>>\"'&"));
    const data = { ...TWO_TRIANGLES, fieldData: [{ name: "trap", componentCount: 1, values }] };
    const file = writeVtkXml(data, { encoding: "appendedRaw", compress: false });
    expect(readVtkXml(file, "trap.vtp")).toEqual(data);
  });
});

describe("a damaged VTK XML file", () => {
  test("cut anywhere, ends in an error with a place and never in a wrong mesh", () => {
    for (const encoding of ["ascii", "inline", "appendedBase64", "appendedRaw"] as const) {
      const whole = writeVtkXml(TWO_TETRAHEDRA, { encoding });
      // What follows the appended data is not needed to read it.
      const needed = encoding.startsWith("appended")
        ? whole.length - "\n</AppendedData>\n</VTKFile>\n".length
        : whole.length - 2;
      for (let length = 0; length < needed; length += 3) {
        const error = errorOf(() => readVtkXml(whole.subarray(0, length), "cut.vtp"));
        expect(error.code).toMatch(/^(file-truncated|file-malformed|array-larger-than-file|format-unsupported)$/);
        expect(error.where).toContain("cut.vtp");
        expect(error.fix).not.toBe("");
      }
    }
  });

  test("with any byte changed gives a data set or a TributaryError, nothing else", () => {
    const whole = writeVtkXml(TWO_TRIANGLES, { encoding: "appendedRaw" });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const changed = whole.slice();
        changed[at] = value;
        return readsOrRefuses(() => readVtkXml(changed, "changed.vtp"));
      }),
      { numRuns: 500 },
    );
  });

  test("a changed byte in a compressed block is told by its checksum or its stream", () => {
    const whole = writeVtkXml(TWO_TRIANGLES, { encoding: "appendedRaw" });
    const changed = whole.slice();
    // The middle of the first block: three header entries and one size precede it, two bytes of zlib header.
    const start = textOf(whole).indexOf("_", textOf(whole).indexOf("<AppendedData")) + 1;
    changed[start + 16 + 4]! ^= 0x10;
    const error = errorOf(() => readVtkXml(changed, "bad.vtp"));
    expect(error.code).toBe("compressed-block-corrupt");
    expect(error.where).toContain("bad.vtp, byte");
  });

  test("more points declared than the file can hold are refused before they are allocated", () => {
    for (const encoding of ["ascii", "inline", "appendedRaw", "appendedBase64"] as const) {
      const text = textOf(writeVtkXml({ ...TWO_TRIANGLES, pointData: [] }, { encoding }));
      const file = Uint8Array.from(text.replace('NumberOfPoints="4"', 'NumberOfPoints="4000000000"'), (c) =>
        c.charCodeAt(0),
      );
      const error = errorOf(() => readVtkXml(file, "huge.vtp"));
      expect(error.code).toMatch(/^(array-larger-than-file|file-malformed|file-truncated)$/);
      expect(error.why).toMatch(/\d{10,} |1\d{10}/);
    }
  });

  test("a NaN coordinate is refused with its point", () => {
    const file = writeVtkXml({ ...TWO_TRIANGLES, points: TWO_TRIANGLES.points.with(7, Number.NaN) });
    const error = errorOf(() => readVtkXml(file, "nan.vtp"));
    expect(error.code).toBe("points-not-finite");
    expect(error.where).toContain("point 2");
    expect(error.why).toBe("y of point 2 is NaN; every coordinate must be finite");
  });

  test("a triangle with a point that does not exist is refused with the index", () => {
    const polygons = { offsets: Uint32Array.of(0, 3), connectivity: Uint32Array.of(0, 1, 9) };
    const error = errorOf(() => readVtkXml(writeVtkXml({ ...TWO_TRIANGLES, polygons }), "index.vtp"));
    expect(error.code).toBe("index-out-of-range");
    expect(error.why).toBe("index 9; the file has points 0 to 3");
  });

  test("another compressor and another data set type are refused by name", () => {
    const file = textOf(writeVtkXml(TWO_TRIANGLES));
    const lz4 = errorOf(() => readVtkXml(bytesOf(file.replace("vtkZLib", "vtkLZ4")), "lz4.vtp"));
    expect(lz4.why).toContain("vtkLZ4DataCompressor");
    const image = errorOf(() => readVtkXml(bytesOf('<VTKFile type="ImageData"><ImageData/></VTKFile>'), "a.vti"));
    expect(image.code).toBe("format-unsupported");
    expect(image.why).toContain("ImageData");
  });

  test("a word that is no number is told with its line", () => {
    const text = textOf(writeVtkXml(TWO_TRIANGLES, { encoding: "ascii" }));
    const error = errorOf(() => readVtkXml(bytesOf(text.replace("1 0 0", "1 0x 0")), "word.vtp"));
    expect(error.code).toBe("file-malformed");
    expect(error.where).toMatch(/^word.vtp, line \d+$/);
    expect(error.why).toContain('"0x"');
  });

  test("an array that does not fit the mesh is not written", () => {
    const pointData = [{ name: "short", componentCount: 1, values: Float32Array.of(1) }];
    expect(errorOf(() => writeVtkXml({ ...TWO_TRIANGLES, pointData })).code).toBe("vtk-data-inconsistent");
  });
});
