import { localDate, type Schedule } from "@tributary/care";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** The day that a case is judged on. @throws TributaryError "usage" for what is no day of the calendar */
export function readDay(option: OptionValues[string], schedule: Schedule | undefined): string {
  if (option === undefined)
    return schedule?.anchors.incision ? localDate(schedule.anchors.incision, schedule.zone) : today();
  const text = String(option);
  const date = new Date(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (isDay) return text;
  throw usage("--as-of", `"${text}" is no day of the calendar; write 2027-03-30`);
}

function today(): string {
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
