/**
 * The first way in which markup is not well-formed XML, or undefined: tags that do not nest, attributes without quotes
 * or twice, bare & or < in text, more or less than one root. Enough of XML 1.0 for what this package writes.
 */
export function findMarkupError(markup: string): string | undefined {
  const open: string[] = [];
  let [rest, roots] = [markup.trim(), 0];
  while (rest !== "") {
    const tag = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const text = /^[^<]+/.exec(rest)?.[0];
    if (tag === null) {
      if (text === undefined) return `not a tag: ${rest.slice(0, 40)}`;
      if (open.length === 0 || hasBareAmpersand(text)) return `text: ${text.slice(0, 40)}`;
      rest = rest.slice(text.length);
      continue;
    }
    const [whole, closing, name, attributes, empty] = tag as unknown as [string, string, string, string, string];
    const names = [...attributes.matchAll(/([A-Za-z_][\w:.-]*)="/g)].map((match) => match[1]);
    if (new Set(names).size < names.length || hasBareAmpersand(attributes)) return `attributes: ${whole.slice(0, 80)}`;
    if (closing !== "" && open.pop() !== name) return `closes what is not open: ${name}`;
    if (closing === "" && open.length === 0 && ++roots > 1) return `second root: ${name}`;
    if (closing === "" && empty === "") open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length > 0 || roots !== 1 ? `left open: ${open.join(" ")}` : undefined;
}

function hasBareAmpersand(text: string): boolean {
  return /&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text);
}
