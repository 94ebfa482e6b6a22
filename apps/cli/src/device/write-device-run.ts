import { describeEvent, expandLog } from "@tributary/model/generator";
import type { DeviceRun } from "@tributary/plan";
import { buildDeviceReport, type DeviceReportInput } from "@tributary/report";
import type { OutputFolder } from "../output/output-folder.ts";

/** Logs of more events are written with their repeats only, in log.json. */
const MOST_LISTED_EVENTS = 250_000;

/** Page, strips and log of a run. */
export function writeDeviceRun(report: DeviceReportInput, folder: OutputFolder): void {
  const { html, pictures } = buildDeviceReport(report);
  folder.write("report.html", html);
  for (const [name, picture] of pictures) folder.write(name, picture.svg);
  folder.write("log.json", `${JSON.stringify(packLog(report.run))}\n`);
  if (report.run.eventCount <= MOST_LISTED_EVENTS) folder.write("events.csv", listEvents(report.run));
}

/** Blocks of events that repeat; event i of repeat r is at start + r · duration + its offset. */
function packLog({ blocks, scenario }: DeviceRun) {
  return {
    scenario,
    blocks: blocks.map(({ start_us, duration_us, repeatCount, offsets_us, kinds, details }) => ({
      start_us,
      duration_us,
      repeatCount,
      events: [...kinds].map((kind, i) => ({ offset_us: offsets_us[i], ...describeEvent(kind, details[i]!) })),
    })),
  };
}

/** A row an event; details are quoted, they may hold commas. */
function listEvents({ blocks }: DeviceRun): string {
  const log = expandLog(blocks);
  const rows = Array.from(log.kinds, (kind, i) => {
    const { by, marker, detail } = describeEvent(kind, log.details[i]!);
    return `${log.times_us[i]! / 1000},${by},${marker},"${detail}"`;
  });
  return `${["time_ms,by,marker,detail", ...rows].join("\n")}\n`;
}
