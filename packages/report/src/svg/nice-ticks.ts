/**
 * A step of 1, 2, 2.5 or 5 times a power of ten that cuts a range into about the wanted number of parts.
 *
 * @param span   length of the range, > 0
 * @param count  wanted number of parts, >= 1
 */
export function findNiceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Multiples of a step inside [low, high], ends included up to rounding. */
export function listMultiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toFixed(Math.min(20, decimals))),
  );
}

/** Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them where there are few decades. */
export function listLogTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const factors = decades < 1 ? [1, 1.5, 2, 3, 4, 5, 6, 8] : decades <= 2.5 ? [1, 2, 5] : [1];
  const stride = decades > 8 ? Math.ceil(decades / 8) : 1;
  const ticks: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
    if (exponent % stride !== 0) continue;
    for (const factor of factors) {
      const tick = Number((factor * 10 ** exponent).toPrecision(3));
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}
