// The part of @tributary/plan that needs Node: worker threads.
export { createNodePlanHost, type NodePlanHost } from "./create-node-plan-host.ts";
