import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { PageBoard } from "../page/page-board.ts";
import type { PageState } from "../page/page-state.ts";

/** Sends the state of the board, and again whenever it changes; a slow reader gets the latest and none between. */
export function streamBoard(context: Context, board: PageBoard): Response {
  return streamSSE(context, async (stream) => {
    let latest: PageState | undefined = board.state();
    let wake = () => {};
    const leave = board.listen((state) => {
      latest = state;
      wake();
    });
    stream.onAbort(() => {
      leave();
      wake();
    });
    while (!stream.aborted) {
      if (latest) {
        const data = JSON.stringify(latest);
        latest = undefined;
        await stream.writeSSE({ data });
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  });
}
