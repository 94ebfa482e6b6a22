// For the program that serves the workbench: its built files, made where that is due.
export { buildWorkbench, WORKBENCH_FOLDER } from "./build-workbench.ts";
