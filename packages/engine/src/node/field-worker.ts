// Runs in a worker thread of Node.
export { runFieldTask as default } from "../threads/field-task.ts";
