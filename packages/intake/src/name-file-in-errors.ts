import { TributaryError } from "@tributary/model";

/** Runs a check of the model, which knows nodes and triangles but no files, and puts the file before the place. */
export function nameFileInErrors<Result>(fileName: string, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    const { code, what, where, why, fix } = error;
    throw new TributaryError({ code, what, where: `${fileName}, ${where}`, why, fix });
  }
}
