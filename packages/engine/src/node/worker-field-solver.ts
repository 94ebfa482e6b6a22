import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { ActivationField, FieldDomain, FieldSolver, FieldSource, RunOptions } from "../field-solver.ts";
import type { FieldTask } from "./field-worker.ts";

/** Some seconds of work on a fine mesh. */
const TASKS_AHEAD = 16;

/**
 * Solves the sources of a case in worker threads, one task a source. The mesh and the tensor are put in shared memory
 * once; aborting ends the threads that are busy.
 */
export function createWorkerFieldSolver(threadCount = availableParallelism()): FieldSolver {
  const pool = new Piscina<FieldTask, ActivationField>({
    filename: new URL("./field-worker.ts", import.meta.url).href,
    minThreads: threadCount,
    maxThreads: threadCount,
    idleTimeout: 5_000,
    // A thread goes on with the next source by itself while the calling thread is at other work.
    concurrentTasksPerWorker: TASKS_AHEAD,
  });
  let domainCount = 0;
  let kept: { readonly domain: FieldDomain; readonly id: number; readonly shared: FieldDomain } | undefined;

  /** Calls with the same mesh and tensor, one after the other, share one copy and the workers' operators. */
  function keepDomain(domain: FieldDomain) {
    if (kept?.domain.mesh !== domain.mesh || kept.domain.tensor_mm2PerMs2 !== domain.tensor_mm2PerMs2) {
      kept = { domain, id: domainCount++, shared: shareDomain(domain) };
    }
    return kept;
  }

  async function solve(domain: FieldDomain, sources: readonly FieldSource[], options: RunOptions = {}) {
    const { id: domainId, shared } = keepDomain(domain);
    let done = 0;
    const runs = sources.map(async (source) => {
      const field = await pool.run(
        { domainId, domain: shared, source },
        options.signal ? { signal: options.signal } : {},
      );
      done++;
      options.onProgress?.(done, sources.length);
      return field;
    });
    try {
      return await Promise.all(runs);
    } catch (error) {
      // The other tasks end by the same signal; their rejections must not go unhandled.
      await Promise.allSettled(runs);
      options.signal?.throwIfAborted();
      throw error;
    }
  }

  return { solve, close: () => pool.close({ force: true }) };
}

function shareDomain({ mesh, tensor_mm2PerMs2 }: FieldDomain): FieldDomain {
  return {
    mesh: {
      points_mm: copyToShared(mesh.points_mm, Float64Array),
      tetrahedra: copyToShared(mesh.tetrahedra, Uint32Array),
    },
    tensor_mm2PerMs2: copyToShared(tensor_mm2PerMs2, Float64Array),
  };
}

function copyToShared<View extends Float64Array | Uint32Array>(
  array: View,
  create: { new (buffer: SharedArrayBuffer): View },
): View {
  if (array.buffer instanceof SharedArrayBuffer && array.byteLength === array.buffer.byteLength) return array;
  const shared = new create(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}
