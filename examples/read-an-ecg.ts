// An ECG of the PTB-XL database: read, averaged over its beats, and the QRS measured.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readEcg } from "@tributary/formats";
import { averageBeats, degreesFromRadians, measureQrs } from "@tributary/model";

const path = join(import.meta.dirname, "..", "fixtures", "ptb-xl", "00180_hr.csv.gz");
const { ecg } = readEcg([{ name: "00180.csv", bytes: gunzipSync(readFileSync(path)) }], { samplingRate_Hz: 500 });

const averaged = averageBeats(ecg);
if (averaged.kind !== "averaged") console.log(averaged.kind);
else {
  const { duration_ms, axis_rad, leads } = measureQrs(averaged.ecg);
  console.log(
    `${averaged.beatCount} beats, QRS ${duration_ms.toFixed(0)} ms, axis ${degreesFromRadians(axis_rad).toFixed(0)} degrees`,
  );
  console.log(`V1 ${leads.V1.pattern}, V6 ${leads.V6.pattern}`);
}
