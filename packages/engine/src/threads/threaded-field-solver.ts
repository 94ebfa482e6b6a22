import { countNodes } from "@tributary/model";
import type { ActivationField, FieldDomain, FieldSolver, FieldSource, RunOptions } from "../field-solver.ts";
import { DONE, type FieldTask } from "./field-task.ts";
import { shareArray } from "./share-array.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** Time between two looks at how far the threads are. */
const PROGRESS_INTERVAL_ms = 100;

/** Of the calling thread: solvers that share a pool tell their domains apart. */
let domainCount = 0;

/**
 * Solves the sources of a case in the threads of a pool. Mesh, tensor and times lie in shared memory, and each thread takes
 * the next source by itself: it never waits for the calling thread, which may be at other work.
 *
 * @param threadCount  threads that work on one list of sources; the pool may have more for other work
 */
export function createThreadedFieldSolver(
  pool: ThreadPool<FieldTask, void>,
  threadCount: number,
): Omit<FieldSolver, "close"> {
  let kept: { readonly domain: FieldDomain; readonly id: number; readonly shared: FieldDomain } | undefined;

  /** Calls with the same mesh and tensor, one after the other, share one copy and the workers' operators. */
  function keepDomain(domain: FieldDomain) {
    if (kept?.domain.mesh !== domain.mesh || kept.domain.tensor_mm2PerMs2 !== domain.tensor_mm2PerMs2) {
      kept = { domain, id: domainCount++, shared: shareDomain(domain) };
    }
    return kept;
  }

  async function solveInto(
    outTimes_ms: FieldTask["outTimes_ms"],
    domain: FieldDomain,
    sources: readonly FieldSource[],
    { signal, onProgress }: RunOptions = {},
  ): Promise<Uint32Array> {
    const { id: domainId, shared } = keepDomain(domain);
    const outUnreachedCounts = new Uint32Array(new SharedArrayBuffer(4 * sources.length));
    const counters = new Uint32Array(new SharedArrayBuffer(8));
    const task: FieldTask = { domainId, domain: shared, sources, outTimes_ms, outUnreachedCounts, counters };
    const tell = createTeller(counters, sources.length, onProgress);
    const watch = setInterval(tell, PROGRESS_INTERVAL_ms);
    const runs = Array.from({ length: Math.min(threadCount, sources.length) }, () =>
      pool.run(task, signal ? { signal } : {}),
    );
    try {
      await Promise.all(runs);
      tell();
      return outUnreachedCounts;
    } catch (error) {
      // The other threads end by the same signal; their rejections must not go unhandled.
      await Promise.allSettled(runs);
      signal?.throwIfAborted();
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  return {
    async solve(domain, sources, options) {
      const nodeCount = countNodes(domain.mesh);
      const shared_ms = sources.map(() => new Float64Array(new SharedArrayBuffer(8 * nodeCount)));
      const unreachedCounts = await solveInto(shared_ms, domain, sources, options);
      return sources.map(
        ({ id }, index): ActivationField => ({
          sourceId: id,
          times_ms: new Float64Array(shared_ms[index]!),
          unreachedCount: unreachedCounts[index]!,
        }),
      );
    },
    async solveInto(outTimes_ms, domain, sources, options) {
      const shared_ms = outTimes_ms.map((times_ms) => shareArray(times_ms));
      await solveInto(shared_ms, domain, sources, options);
      for (const [index, times_ms] of outTimes_ms.entries()) {
        if (times_ms !== shared_ms[index]) times_ms.set(shared_ms[index]!);
      }
    },
  };
}

/** Tells of each source that was solved since it was called last, one by one. */
function createTeller(counters: Uint32Array, total: number, onProgress: RunOptions["onProgress"]): () => void {
  let told = 0;
  return () => {
    const done = Atomics.load(counters, DONE);
    for (; told < done; told++) onProgress?.(told + 1, total);
  };
}

function shareDomain({ mesh, tensor_mm2PerMs2 }: FieldDomain): FieldDomain {
  return {
    mesh: {
      points_mm: shareArray(mesh.points_mm),
      tetrahedra: shareArray(mesh.tetrahedra),
    },
    tensor_mm2PerMs2: shareArray(tensor_mm2PerMs2),
  };
}
