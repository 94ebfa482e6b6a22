// Keeps the built files, so that the workbench opens without the program and without a network. FILES and VERSION are
// written in front of this when it is built. Nothing of a person is kept here: stored cases, the session and the plan's
// own page always go to the server.
const CACHE = `tributary-${VERSION}`;
const NEVER_KEPT = /^\/(?:store|session|plan)(?:\/|$)/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("tributary-") && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || NEVER_KEPT.test(pathname)) return;
  // A file named for its content never changes; any other is asked for first, so that a newer workbench shows.
  event.respondWith(
    pathname.startsWith("/assets/")
      ? caches.match(event.request).then((kept) => kept ?? fetch(event.request))
      : fetch(event.request).catch(() => caches.match(event.request).then((kept) => kept ?? Response.error())),
  );
});
