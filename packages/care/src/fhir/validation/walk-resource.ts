import { type ElementType, findElement, hasChildren, isR4Resource, type R4Element } from "./r4-definitions.ts";

/** A value of a resource with its place and what R4 says of it there. */
export interface WalkedValue {
  readonly path: string;
  readonly element: R4Element;
  readonly type: ElementType | undefined;
  readonly value: unknown;
}

/**
 * Every value of a resource that R4 knows, from the top; what it does not know is passed over.
 *
 * @param resource  nested no deeper than the reader of a file allows
 */
export function walkResource(resource: object, path: string, visit: (value: WalkedValue) => void): void {
  const { resourceType } = resource as { readonly resourceType?: unknown };
  if (isR4Resource(resourceType)) walkObject(resource, resourceType as string, path, visit);
}

function walkObject(object: object, definedAt: string, path: string, visit: (value: WalkedValue) => void): void {
  for (const [key, content] of Object.entries(object)) {
    const found = findElement(definedAt, key);
    if (found === undefined) continue;
    const { name, element, type } = found;
    const isList = Array.isArray(content);
    for (const [i, value] of (isList ? content : [content]).entries()) {
      const place = isList ? `${path}.${key}[${i}]` : `${path}.${key}`;
      visit({ path: place, element, type, value });
      if (typeof value !== "object" || value === null) continue;
      if (type?.name === "Resource") walkResource(value, place, visit);
      else walkObject(value, placeOfContent(`${definedAt}.${name}`, element, type), place, visit);
    }
  }
}

/** Where the content of an element is defined: with itself, with another element, or with its type. */
function placeOfContent(path: string, { contentOf }: R4Element, type: ElementType | undefined): string {
  if (contentOf !== "") return contentOf;
  return hasChildren(path) ? path : (type?.name ?? "");
}
