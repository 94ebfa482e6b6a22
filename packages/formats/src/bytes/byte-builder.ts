/** Collects text and bytes in order; the file comes out in one piece at the end. */
export interface ByteBuilder {
  addText(text: string): void;
  addBytes(bytes: Uint8Array): void;
  /** Bytes collected so far. */
  countBytes(): number;
  finish(): Uint8Array;
}

const encoder = new TextEncoder();

export function createByteBuilder(): ByteBuilder {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const addBytes = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  return {
    addBytes,
    addText: (text) => addBytes(encoder.encode(text)),
    countBytes: () => length,
    finish: () => joinChunks(chunks, length),
  };
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A number as text that reads back to the same double; "nan" and "inf" as VTK and C write them. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Adds numbers as text, `perLine` to a line. */
export function addNumberLines(builder: ByteBuilder, values: ArrayLike<number>, perLine: number): void {
  let lines: string[] = [];
  for (let at = 0; at < values.length; at += perLine) {
    const words: string[] = [];
    for (let k = at; k < at + perLine && k < values.length; k++) words.push(formatNumber(values[k]!));
    lines.push(words.join(" "));
    if (lines.length < 4096 && at + perLine < values.length) continue;
    builder.addText(`${lines.join("\n")}\n`);
    lines = [];
  }
}
