import type { GeneratorSettings, ImplantedSystem, ImplantScope, TestedSystem } from "@tributary/model/generator";

/** What must be tested of leads as they are connected. */
export function scopeOf(
  tested: Pick<TestedSystem, "atrial" | "left">,
  { device }: Pick<ImplantedSystem, "device">,
  { lvSensing }: Pick<GeneratorSettings, "lvSensing">,
): ImplantScope {
  return {
    hasAtrialLead: tested.atrial !== undefined,
    hasLeftLead: tested.left.length > 0,
    isDefibrillator: device.canDefibrillate,
    usesLeftSensing: lvSensing === "on",
  };
}
