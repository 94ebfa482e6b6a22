import type { Command } from "./command.ts";
import { activateCommand } from "./commands/activate.ts";
import { alternativesCommand } from "./commands/alternatives.ts";
import { benchCommand } from "./commands/bench.ts";
import { bundleCommand } from "./commands/bundle.ts";
import { circulationCommand } from "./commands/circulation.ts";
import { codeCommand } from "./commands/code.ts";
import { deviceCommand } from "./commands/device.ts";
import { ecgCommand } from "./commands/ecg.ts";
import { fhirCommand } from "./commands/fhir.ts";
import { followUpCommand } from "./commands/follow-up.ts";
import { implantCommand } from "./commands/implant.ts";
import { importCommand } from "./commands/import.ts";
import { indicationCommand } from "./commands/indication.ts";
import { leafletCommand } from "./commands/leaflet.ts";
import { planCommand } from "./commands/plan.ts";
import { prepareCommand } from "./commands/prepare.ts";
import { recordCommand } from "./commands/record.ts";
import { recoverCommand } from "./commands/recover.ts";
import { risksCommand } from "./commands/risks.ts";
import { serveCommand } from "./commands/serve.ts";
import { startCommand } from "./commands/start.ts";
import { summaryCommand } from "./commands/summary.ts";
import { teamCommand } from "./commands/team.ts";
import { traceCommand } from "./commands/trace.ts";
import { validateCommand } from "./commands/validate.ts";

/** In the order of a person's way through them. */
export const COMMANDS: readonly Command[] = [
  startCommand,
  planCommand,
  ecgCommand,
  importCommand,
  bundleCommand,
  activateCommand,
  circulationCommand,
  deviceCommand,
  summaryCommand,
  indicationCommand,
  prepareCommand,
  teamCommand,
  implantCommand,
  risksCommand,
  alternativesCommand,
  recoverCommand,
  followUpCommand,
  leafletCommand,
  codeCommand,
  fhirCommand,
  recordCommand,
  traceCommand,
  validateCommand,
  benchCommand,
  serveCommand,
];
