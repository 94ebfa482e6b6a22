// Takes the token out of the address, so that it stands in no history and no copied link, gives it for the cookie of the
// session, and says so where there is none.
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, "", location.pathname + location.search);
  await fetch("/session", { method: "POST", body: token, headers: { "content-type": "text/plain" } });
}
const { isOpen } = await (await fetch("/session")).json();
document.querySelector("#session").hidden = isOpen;
