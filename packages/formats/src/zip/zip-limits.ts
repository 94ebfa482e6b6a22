import { MAX_FILE_BYTES } from "../bytes/format-error.ts";

/** All entries together, unpacked. */
export const MAX_UNPACKED_BYTES = MAX_FILE_BYTES;
export const MAX_ENTRY_COUNT = 1000;
/** An entry above this size may not be packed more tightly than the ratio; real meshes and signals reach about 20. */
export const RATIO_FREE_BYTES = 1024 * 1024;
export const MAX_RATIO = 200;
