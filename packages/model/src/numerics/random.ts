/**
 * Seeded random numbers, the same on every platform: xoshiro128** seeded by splitmix32.
 *
 * Source: Blackman and Vigna, ACM Trans Math Softw 2021;47:36 (xoshiro128** 1.1). Period 2^128 - 1.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  uniform(): number;
  /** Standard normal (Box-Muller, both values used). */
  normal(): number;
  /** An independent stream, for one member of a cohort: the seed is mixed with `index`. */
  stream(index: number): Random;
}

export function createRandom(seed: number): Random {
  const state = new Uint32Array(4);
  let mixer = seed >>> 0;
  for (let i = 0; i < 4; i++) {
    mixer = (mixer + 0x9e3779b9) >>> 0;
    state[i] = finalizeSplitMix32(mixer);
  }
  let spareNormal: number | undefined;

  function next(): number {
    const result = Math.imul(rotateLeft(Math.imul(state[1]!, 5), 7), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = rotateLeft(state[3]!, 11);
    return result;
  }

  function uniform(): number {
    return next() / 4294967296;
  }

  function normal(): number {
    if (spareNormal !== undefined) {
      const value = spareNormal;
      spareNormal = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle_rad = 2 * Math.PI * uniform();
    spareNormal = radius * Math.sin(angle_rad);
    return radius * Math.cos(angle_rad);
  }

  function stream(index: number): Random {
    return createRandom(finalizeSplitMix32((seed ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0));
  }

  return { uniform, normal, stream };
}

function rotateLeft(value: number, count: number): number {
  return (value << count) | (value >>> (32 - count));
}

function finalizeSplitMix32(value: number): number {
  let z = value;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
