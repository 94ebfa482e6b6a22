/** A picture is a string: these few functions write well-formed XML and nothing else, the same bytes every time. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for XML and HTML, in content and in attributes; characters that XML 1.0 forbids become U+FFFD. */
export function escapeText(text: string): string {
  const lawful = text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => ("\t\n\r".includes(character) ? character : "\uFFFD"));
  return lawful.replace(/[&<>"']/g, (character) => ENTITY[character]!);
}

/** One element; attribute values are escaped, children are markup already. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? formatCoordinate(value) : escapeText(value!)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** A coordinate with at most two decimals: a hundredth of a pixel is finer than any screen or printer shows. */
export function formatCoordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** Path data of straight lines through points (x0, y0, x1, y1, ...). */
export function pathData(points: ArrayLike<number>, closed = false): string {
  let data = "";
  for (let i = 0; i + 1 < points.length; i += 2) {
    data += `${i === 0 ? "M" : "L"}${formatCoordinate(points[i]!)} ${formatCoordinate(points[i + 1]!)}`;
  }
  return closed ? `${data}Z` : data;
}

/** A short name for ids inside one picture, so that two pictures on one page never share an id (FNV-1a, 32 bit). */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
