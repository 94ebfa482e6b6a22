import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { outsideDataPath } from "../../../../house/outside-data.ts";
import { findSexLabel } from "./ecg-labels.ts";
import type { EcgRecording } from "./ecg-recording.ts";
import { readEcg } from "./read-ecg.ts";
import { listWfdbFiles } from "./read-wfdb.ts";

/** Largest |I + III − II|, mV: the limb leads of one recording, each stored rounded. */
function measureEinthovenResidual({ twelveLeads, ecg }: EcgRecording): number {
  const { I, II, III } = twelveLeads;
  return Math.max(...Array.from({ length: ecg.sampleCount }, (_, i) => Math.abs(I[i]! + III[i]! - II[i]!)));
}

test.each(["00180", "00598", "01564", "01571", "01061"])(
  "record %s of PTB-XL is 10 s at 500 Hz and obeys Einthoven's law to the last stored digit",
  (record) => {
    const files = [{ name: `${record}.csv`, bytes: readFixture(`ptb-xl/${record}_hr.csv.gz`) }];
    const recording = readEcg(files, { samplingRate_Hz: 500 });
    expect(recording.ecg).toMatchObject({ samplingInterval_ms: 2, sampleCount: 5000 });
    expect(measureEinthovenResidual(recording)).toBeLessThan(0.0011);
  },
);

const FIRST_RECORD = outsideDataPath("ecg12-open/00001_hr.hea");

/** First samples as the headers state them: initial values over the gain of lead I, mV. */
const RECORDS = [
  { name: "00001_hr", sampleCount: 5000, interval_ms: 2, firstOfI_mV: -0.115, sex: undefined },
  { name: "E07500", sampleCount: 5000, interval_ms: 2, firstOfI_mV: -0.068, sex: "male" },
  { name: "HR06003", sampleCount: 5000, interval_ms: 2, firstOfI_mV: -0.09, sex: "female" },
  { name: "JS20018", sampleCount: 5000, interval_ms: 2, firstOfI_mV: 0.039, sex: "male" },
  { name: "3", sampleCount: 5000, interval_ms: 2, firstOfI_mV: (-13 + 4) / 751, sex: "male" },
  { name: "s0010_re", sampleCount: 38_400, interval_ms: 1, firstOfI_mV: -489 / 2000, sex: "female" },
] as const;

describe.skipIf(!FIRST_RECORD)("WFDB records of four hospitals (ecg12-open)", () => {
  function readRecord(name: string): EcgRecording {
    const folder = dirname(FIRST_RECORD!);
    const read = (file: string) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(join(folder, file))) });
    const header = read(`${name}.hea`);
    return readEcg([
      header,
      ...listWfdbFiles(header)
        .filter((file) => !file.endsWith(".xyz"))
        .map(read),
    ]);
  }

  test.each(RECORDS)("$name has the samples, rate, first value and checksums of its header", (record) => {
    const recording = readRecord(record.name);
    expect(recording.ecg).toMatchObject({ samplingInterval_ms: record.interval_ms, sampleCount: record.sampleCount });
    expect(recording.twelveLeads.I[0]).toBeCloseTo(record.firstOfI_mV, 9);
    expect(findSexLabel(recording.labels)).toBe(record.sex);
    expect(recording.remarks.filter((remark) => remark.includes("checksum"))).toEqual([]);
  });
});
