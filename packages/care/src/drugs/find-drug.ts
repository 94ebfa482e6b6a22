import { suggestNames } from "@tributary/model";
import { BRAND_NAMES } from "./brand-names.ts";
import { DRUGS, type DrugClass, type DrugName } from "./drug-catalog.ts";

/** A drug of the patient's list: one that the rules know, or one that they do not, with the nearest known names. */
export type ListedDrug =
  | {
      readonly kind: "known";
      readonly name: DrugName;
      readonly drugClass: DrugClass;
      /** The brand name on the list, where it is not the generic one. */
      readonly writtenAs?: string;
    }
  | { readonly kind: "notInCatalog"; readonly name: string; readonly suggestions: readonly string[] };

/** A drug by its generic or a brand name; a name that is not exactly known is never taken for a similar one. */
export function findDrug(name: string): ListedDrug {
  const wanted = name.trim().toLowerCase();
  if (Object.hasOwn(DRUGS, wanted))
    return { kind: "known", name: wanted as DrugName, drugClass: DRUGS[wanted as DrugName] };
  if (Object.hasOwn(BRAND_NAMES, wanted)) {
    const generic = BRAND_NAMES[wanted]!;
    return { kind: "known", name: generic, drugClass: DRUGS[generic], writtenAs: name.trim() };
  }
  return { kind: "notInCatalog", name, suggestions: suggestNames(wanted, Object.keys(DRUGS)) };
}
