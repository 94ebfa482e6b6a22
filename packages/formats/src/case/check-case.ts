/** Rules that no single field can tell: two of them contradict each other. */
import { TributaryError } from "@tributary/model";
import { type CaseOrigin, whereInCase } from "./case-error.ts";
import type { Case } from "./case-schema.ts";
import { suggestKey } from "./suggest-key.ts";

/** Names that exist only in the model; without them a preset or lead is taken as it is written. */
export interface KnownNames {
  readonly presets?: readonly string[];
  readonly leadModels?: readonly string[];
}

interface Contradiction {
  readonly path: readonly PropertyKey[];
  readonly why: string;
  readonly fix: string;
}

/**
 * @throws TributaryError `case-inconsistent` naming both fields, `unknown-preset`, `unknown-lead` with the nearest name
 */
export function checkCase(parsed: Case, origin: CaseOrigin, known: KnownNames = {}): void {
  const first = [...conductionRules(parsed), ...scarRules(parsed), ...veinRules(parsed), ...leadRules(parsed)][0];
  if (first) {
    throw new TributaryError({
      code: "case-inconsistent",
      what: "Two fields of the case contradict each other.",
      where: whereInCase(origin, first.path),
      why: first.why,
      fix: first.fix,
    });
  }
  const { heart, lead } = parsed;
  if (heart.kind === "preset") checkName(heart.preset, known.presets, "preset", ["heart", "preset"], origin);
  if (lead?.kind === "catalog") checkName(lead.model, known.leadModels, "lead", ["lead", "model"], origin);
  if (lead?.kind === "custom" && lead.basedOn !== undefined) {
    checkName(lead.basedOn, known.leadModels, "lead", ["lead", "basedOn"], origin);
  }
}

function* conductionRules({ conduction }: Case): Generator<Contradiction> {
  const { rhythm, prInterval_ms, lineOfBlock, velocities } = conduction;
  if (rhythm !== "sinus" && prInterval_ms !== undefined) {
    yield {
      path: ["conduction", "prInterval_ms"],
      why: `a PR interval of ${prInterval_ms} ms with rhythm "${rhythm}", in which no atrial beat is conducted at a fixed delay`,
      fix: 'Leave prInterval_ms out, or set rhythm to "sinus".',
    };
  }
  if (lineOfBlock && lineOfBlock.abFrom >= lineOfBlock.abTo) {
    yield {
      path: ["conduction", "lineOfBlock", "abFrom"],
      why: `abFrom ${lineOfBlock.abFrom} is not below abTo ${lineOfBlock.abTo}`,
      fix: "Give the lower end of the line as abFrom, the upper one as abTo (0 apex, 1 base).",
    };
  }
  const along = velocities?.alongFiber_mmPerMs;
  const across = velocities?.acrossFiber_mmPerMs;
  if (along !== undefined && across !== undefined && across > along) {
    yield {
      path: ["conduction", "velocities", "acrossFiber_mmPerMs"],
      why: `${across} mm/ms across the fiber is more than ${along} mm/ms along it`,
      fix: "Muscle conducts fastest along its fibers; check which value is which.",
    };
  }
}

function* scarRules({ scar, heart }: Case): Generator<Contradiction> {
  for (const [index, region] of (scar ?? []).entries()) {
    if (region.by === "segments" && new Set(region.segments).size < region.segments.length) {
      yield {
        path: ["scar", index, "segments"],
        why: `a segment stands twice in ${region.segments.join(", ")}`,
        fix: "Name each segment once.",
      };
    }
    if (region.by === "elementLabel" && heart.kind !== "tetrahedra") {
      yield {
        path: ["scar", index, "by"],
        why: `scar by element label with a heart of kind "${heart.kind}", which has no elements of its own`,
        fix: "Describe the scar by segments, or import the tetrahedral mesh.",
      };
    }
  }
}

function* veinRules({ veins }: Case): Generator<Contradiction> {
  if (veins?.kind !== "explicit") return;
  const names = new Set<string>();
  for (const [index, { name, points_mm, radius_mm }] of veins.branches.entries()) {
    if (names.has(name)) {
      yield {
        path: ["veins", "branches", index, "name"],
        why: `two branches are named "${name}"`,
        fix: "Give every branch its own name.",
      };
    }
    names.add(name);
    if (points_mm.length !== radius_mm.length) {
      yield {
        path: ["veins", "branches", index, "radius_mm"],
        why: `${radius_mm.length} radii for ${points_mm.length} points`,
        fix: "Give one radius for each point.",
      };
    }
  }
}

function* leadRules({ lead, veins, placement }: Case): Generator<Contradiction> {
  if (lead?.kind === "custom") {
    const offsets = lead.electrodeOffsets_mm;
    const rises = offsets.every((offset_mm, i) => (i === 0 ? offset_mm === 0 : offset_mm > offsets[i - 1]!));
    if (!rises || offsets.length === 3) {
      yield {
        path: ["lead", "electrodeOffsets_mm"],
        why: `offsets ${offsets.join(", ")} mm; they start with 0, increase, and are one, two or four`,
        fix: "Measure from the tip electrode (LV1), nearest first.",
      };
    }
  }
  if (placement && !(lead && veins)) {
    yield {
      path: ["placement"],
      why: `a placement without ${lead ? "veins" : "a lead"}`,
      fix: `Add ${lead ? "veins" : "lead"}, or leave placement out.`,
    };
  }
  if (placement && veins?.kind === "explicit") {
    const names = veins.branches.map(({ name }) => name);
    if (!names.includes(placement.vein)) {
      const near = suggestKey(placement.vein, names);
      yield {
        path: ["placement", "vein"],
        why: `no vein "${placement.vein}" among ${names.join(", ")}`,
        fix: near ? `Did you mean "${near}"?` : "Name one of these veins.",
      };
    }
  }
}

function checkName(
  name: string,
  known: readonly string[] | undefined,
  thing: "preset" | "lead",
  path: readonly PropertyKey[],
  origin: CaseOrigin,
): void {
  if (!known || known.includes(name)) return;
  const near = suggestKey(name, known);
  throw new TributaryError({
    code: `unknown-${thing}`,
    what: `There is no ${thing} "${name}".`,
    where: whereInCase(origin, path),
    why: `known are ${known.join(", ")}`,
    fix: near
      ? `Did you mean "${near}"?`
      : `Name one of these${thing === "lead" ? ", or describe the lead itself" : ""}.`,
  });
}
