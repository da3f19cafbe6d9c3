/**
 * How the pages are built. The phone's page is built by itself (`--mode phone`, first), so that nothing that only the
 * other pages need weighs on it; then the other three. The gallery exists only while developing.
 */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The page that answers an address, as the server has it. */
function pageOf(address: string): string | null {
  const path = address.split("?")[0] ?? "/";
  if (path === "/" || path.startsWith("/join/")) return "/play.html";
  const page = /^\/(host|screen|replay|gallery)(\/|$)/.exec(path)?.[1];
  return page ? `/${page}.html` : null;
}

/** Lets the development server know the server's own addresses. */
const addresses: Plugin = {
  name: "trede-addresses",
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const page = pageOf(request.url ?? "/");
      if (page) request.url = page + (request.url?.match(/\?.*$/)?.[0] ?? "");
      next();
    });
  },
};

/**
 * How a part of a page that comes later gets its styles. In place of Vite's own helper, which weighs three times as much
 * and remembers styles that failed, so that a second try would go without them.
 */
const stylesOfParts: Plugin = {
  name: "trede-styles-of-parts",
  enforce: "pre",
  load: (id) =>
    id.includes("vite/preload-helper")
      ? `const there = new Set();
        const fetched = (file) => new Promise((resolve, reject) => {
          const link = document.createElement("link");
          link.rel = "stylesheet";
          link.href = "/" + file;
          link.onload = () => resolve(there.add(file));
          link.onerror = () => reject(link.remove());
          document.head.append(link);
        });
        export const __vitePreload = (load, files = []) =>
          Promise.all(files.filter((file) => file.endsWith(".css") && !there.has(file)).map(fetched)).then(load);`
      : null,
};

const backend = process.env.TREDE_SERVER ?? "http://127.0.0.1:5000";

const PHONE = { play: "play.html" };
const OTHERS = { host: "host.html", screen: "screen.html", replay: "replay.html" };

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), addresses, stylesOfParts],
  appType: "mpa",
  build: {
    outDir: "dist",
    emptyOutDir: mode === "phone",
    target: "es2022",
    assetsInlineLimit: 0, // the pages' security policy allows no data: addresses
    modulePreload: { polyfill: false },
    rolldownOptions: { input: mode === "phone" ? PHONE : OTHERS },
  },
  server: {
    proxy: {
      "/api": { target: backend }, // the host kept as it is: the server compares it with the origin
      "/socket.io": { target: backend, ws: true },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
}));
