import { createInlinePlanHost, type PlanHost } from "@tributary/plan";

/** A host with one thread: the fine heart waits until the coarse one has given the first ranking. */
export function createWorkerPlanHost(): PlanHost {
  const host = createInlinePlanHost();
  let isFirst = true;
  return {
    ...host,
    async prepareHeart(specification, options) {
      if (!isFirst) await new Promise((resolve) => setTimeout(resolve));
      isFirst = false;
      return host.prepareHeart(specification, options);
    },
  };
}
