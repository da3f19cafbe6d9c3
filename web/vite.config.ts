/** How the pages are built: four entries in production, a fifth (the gallery) only while developing. */
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

const backend = process.env.TREDE_SERVER ?? "http://127.0.0.1:5000";

export default defineConfig({
  plugins: [svelte(), addresses],
  appType: "mpa",
  build: {
    outDir: "dist",
    target: "es2022",
    assetsInlineLimit: 0, // the pages' security policy allows no data: addresses
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { play: "play.html", host: "host.html", screen: "screen.html", replay: "replay.html" },
    },
  },
  server: {
    proxy: {
      "/api": backend,
      "/socket.io": { target: backend, ws: true },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});
