import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";

/** Where the program serves its pages; not registered for any service. */
const DEFAULT_PORT = 4317;

export const PORT_OPTION_HELP = `  --port N            port on 127.0.0.1 (default ${DEFAULT_PORT}; a taken one: the next free; 0: any free)`;

/** @throws TributaryError "usage" */
export function readPort(options: OptionValues): number {
  const text = String(options["port"] ?? DEFAULT_PORT);
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw usage("--port", `"${text}" is no port`);
}
