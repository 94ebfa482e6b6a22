/** Whether this page may read and write stored cases; without the program's own server there are none. */
export type SessionState = "open" | "closed" | "noServer";

/**
 * Takes the token out of the address before anything else, so that it stands in no history and no copied link, and gives
 * it for the cookie of the session. A fragment that begins with "/" names a page and is left alone.
 */
export async function openSession(): Promise<SessionState> {
  const fragment = location.hash.slice(1);
  const hasToken = fragment !== "" && !fragment.startsWith("/");
  if (hasToken) history.replaceState(null, "", location.pathname + location.search);
  try {
    if (hasToken) {
      await fetch("/session", { method: "POST", body: fragment, headers: { "content-type": "text/plain" } });
    }
    const answer = await fetch("/session");
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return "noServer";
    const { isOpen } = (await answer.json()) as { readonly isOpen: boolean };
    return isOpen ? "open" : "closed";
  } catch {
    // The program has ended, and the browser kept the workbench: it goes on without stored cases.
    return "noServer";
  }
}
