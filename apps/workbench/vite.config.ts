import { defineConfig } from "vite";
import { serviceWorkerPlugin } from "./build/service-worker-plugin.ts";

/** Isolation, so that memory can be shared with workers; as the program's own server sends it. */
const ISOLATION = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: "es2024",
    // The page's policy allows nothing that is written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  plugins: [serviceWorkerPlugin()],
  worker: { format: "es" },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
});
