import { TributaryError } from "../../errors/tributary-error.ts";
import type { LvLead } from "../../lead/lead.ts";
import { listVectors, type PacingVector } from "../../lead/list-vectors.ts";

/**
 * Connectors and ports. IS-1: ISO 5841-3; DF-1: ISO 11318 (both from memory); IS4 and DF4: ISO 27186.
 */
export type Connector = "IS-1" | "IS4-LLLL" | "DF-1" | "DF4-LLHH" | "DF4-LLHO";

/** Where a lead belongs in the heart. */
export type LeadPlace = "RA" | "RV" | "LV" | "RV coil" | "SVC coil";

interface GeneratorPort {
  /** As printed on the header. */
  readonly place: LeadPlace;
  readonly connector: Connector;
}

/** A generator as it comes out of its box. */
export interface GeneratorDevice {
  readonly name: string;
  readonly canDefibrillate: boolean;
  readonly ports: readonly GeneratorPort[];
}

/** What is printed on an implant, and when it was put in; absent where it is not known. */
export interface ImplantIdentity {
  readonly manufacturer?: string | undefined;
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
  /** YYYY-MM-DD. */
  readonly implantDate?: string | undefined;
}

/** A lead in the heart with its connector. */
export interface ImplantedLead {
  readonly identity?: ImplantIdentity;
  readonly place: LeadPlace;
  readonly connector: Connector;
  /** Left-ventricular lead: what `listVectors` needs. */
  readonly lvLead?: Pick<LvLead, "electrodeCount">;
}

/** What is in a port: the lead by its index, a plug, or nothing. */
export type PortContent = number | "plug" | "empty";

/** A generator with its leads connected. */
export interface ImplantedSystem {
  readonly device: GeneratorDevice;
  /** Of the generator. */
  readonly identity?: ImplantIdentity;
  readonly leads: readonly ImplantedLead[];
  /** One for each port. */
  readonly contents: readonly PortContent[];
}

/** Generators by what they are for; ports as makers build them. */
export const GENERATOR_DEVICES = {
  "VVI PPM": { name: "VVI PPM", canDefibrillate: false, ports: [{ place: "RV", connector: "IS-1" }] },
  "AAI PPM": { name: "AAI PPM", canDefibrillate: false, ports: [{ place: "RA", connector: "IS-1" }] },
  "DDD PPM": {
    name: "DDD PPM",
    canDefibrillate: false,
    ports: [
      { place: "RA", connector: "IS-1" },
      { place: "RV", connector: "IS-1" },
    ],
  },
  "CRT-P": {
    name: "CRT-P",
    canDefibrillate: false,
    ports: [
      { place: "RA", connector: "IS-1" },
      { place: "RV", connector: "IS-1" },
      { place: "LV", connector: "IS4-LLLL" },
    ],
  },
  "CRT-D": {
    name: "CRT-D",
    canDefibrillate: true,
    ports: [
      { place: "RA", connector: "IS-1" },
      { place: "RV", connector: "DF4-LLHH" },
      { place: "LV", connector: "IS4-LLLL" },
    ],
  },
} as const satisfies Record<string, GeneratorDevice>;

/**
 * Checks that every lead sits in a port of its place and connector, and that no port is left open.
 *
 * @throws TributaryError "lead-port-mismatch", "port-empty"
 */
export function checkImplantedSystem(system: ImplantedSystem): void {
  for (const [i, port] of system.device.ports.entries()) {
    const content = system.contents[i] ?? "empty";
    const where = `port ${port.place} (${port.connector}) of ${system.device.name}`;
    if (content === "plug") continue;
    if (content === "empty") throw emptyPort(where);
    const lead = system.leads[content];
    if (!lead || !fits(port, lead)) throw wrongPort(where, lead);
  }
}

function fits(port: GeneratorPort, lead: ImplantedLead): boolean {
  const isOneCoil = port.connector === "DF4-LLHH" && lead.connector === "DF4-LLHO";
  return port.place === lead.place && (port.connector === lead.connector || isOneCoil);
}

function emptyPort(where: string): TributaryError {
  return new TributaryError({
    code: "port-empty",
    what: "A port of the generator holds neither lead nor plug.",
    where,
    why: "an open port lets fluid in and changes what the generator does",
    fix: "Connect the lead of that place, or close the port with a plug.",
  });
}

function wrongPort(where: string, lead: ImplantedLead | undefined): TributaryError {
  return new TributaryError({
    code: "lead-port-mismatch",
    what: "A lead does not belong in the port it is in.",
    where,
    why: lead ? `the lead lies at ${lead.place} and has a ${lead.connector} connector` : "there is no such lead",
    fix: "Put each lead into the port of its place; a connector of another standard needs an adaptor or another header.",
  });
}

/** Whether a lead of this place is connected. */
export function hasLead({ device, contents }: ImplantedSystem, place: LeadPlace): boolean {
  return device.ports.some((port, i) => port.place === place && typeof contents[i] === "number");
}

/** Pacing vectors of the connected left-ventricular lead; none without one. */
export function listSystemVectors(system: ImplantedSystem): PacingVector[] {
  const lv = system.leads.find(({ place }) => place === "LV");
  if (!lv?.lvLead || !hasLead(system, "LV")) return [];
  const rvLead = !hasLead(system, "RV") ? "none" : system.device.canDefibrillate ? "coil" : "ring";
  return listVectors(lv.lvLead, { rvLead, can: true });
}

/** A generator with a lead in every port; the left-ventricular one has `lvElectrodes` poles. */
export function connectAll(device: GeneratorDevice, lvElectrodes: 1 | 2 | 4 = 4): ImplantedSystem {
  const leads = device.ports.map(({ place, connector }) =>
    place === "LV" ? { place, connector, lvLead: { electrodeCount: lvElectrodes } } : { place, connector },
  );
  return { device, leads, contents: device.ports.map((_, i) => i) };
}
