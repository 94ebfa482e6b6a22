// Runs in a worker thread of Node.
export { runPlanTask as default } from "../threads/plan-task.ts";
