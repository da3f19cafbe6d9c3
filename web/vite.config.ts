/**
 * How the pages are built. The phone's page is built by itself (`--mode phone`, first), so that nothing that only the
 * other pages need weighs on it; then the others. The gallery is no part of them: it is served while developing, and
 * built for the tests that visit every screen (`--mode gallery`), into a folder of their own.
 */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { BuildEnvironmentOptions, Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The page that answers an address, as the server has it. */
function pageOf(address: string): string | null {
  const path = address.split("?")[0] ?? "/";
  if (path === "/" || path.startsWith("/join/")) return "/play.html";
  if (/^\/(practice|exam|homework)(\/|$)/.test(path)) return "/practice.html";
  if (/^\/(account|invite)(\/|$)/.test(path)) return "/host.html";
  const page = /^\/(host|screen|remote|replay|course|mine|ghost|report|gallery)(\/|$)/.exec(path)?.[1];
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
 * How a part of a page that comes later gets its styles, and what it shares with others, all at once. In place of Vite's
 * own helper, which weighs three times as much and remembers styles that failed, so that a second try would go without.
 */
const filesOfParts: Plugin = {
  name: "trede-files-of-parts",
  enforce: "pre",
  load: (id) =>
    id.includes("vite/preload-helper")
      ? `const there = new Set();
        const fetched = (file) => new Promise((resolve, reject) => {
          const link = document.createElement("link");
          const isStyle = file.endsWith(".css");
          link.rel = isStyle ? "stylesheet" : "modulepreload";
          link.href = "/" + file;
          link.onload = () => resolve(there.add(file));
          link.onerror = () => reject(link.remove());
          document.head.append(link);
          if (!isStyle) resolve(); // the import itself waits for it, also where a browser knows no modulepreload
        });
        export const __vitePreload = (load, files = []) =>
          Promise.all([load(), ...files.filter((file) => !there.has(file)).map(fetched)]).then(([part]) => part);`
      : null,
};

/**
 * The Socket.IO client without WebTransport: the server speaks WebSocket and polling, and no page asks for the third. The
 * client names all three in one list, from which a bundler cannot take one away by itself.
 */
const twoTransports: Plugin = {
  name: "trede-two-transports",
  enforce: "pre",
  load: (id) => (/engine\.io-client\/build\/.*\/webtransport\.js/.test(id) ? "export class WT {}" : null),
};

const backend = process.env.TREDE_SERVER ?? "http://127.0.0.1:5000";

const PHONE = { play: "play.html" };
const OTHERS = {
  host: "host.html",
  screen: "screen.html",
  remote: "remote.html",
  replay: "replay.html",
  course: "course.html",
  mine: "mine.html",
  ghost: "ghost.html",
  practice: "practice.html",
  report: "report.html",
};
const GALLERY = { gallery: "gallery.html" };

/**
 * The phone's page in one file, and in one more what several of its later parts need (src/play/later). Left to itself the
 * bundler would make a file of every set of modules that the same parts share.
 */
const PARTS_OF_PHONE = [
  { name: "play", test: /\/src\/play\/main\.ts/, priority: 2 },
  { name: "shared", minShareCount: 2, priority: 1 },
];

/** What each build is made of. The gallery is one file: its screens then stand there whole, with no part on its way. */
function builtOf(mode: string): NonNullable<BuildEnvironmentOptions["rolldownOptions"]> {
  if (mode === "phone") return { input: PHONE, output: { codeSplitting: { groups: PARTS_OF_PHONE } } };
  if (mode === "gallery") return { input: GALLERY, output: { codeSplitting: false } };
  return { input: OTHERS };
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), addresses, filesOfParts, twoTransports],
  appType: "mpa",
  build: {
    outDir: mode === "gallery" ? "dist-gallery" : "dist",
    emptyOutDir: mode !== "production", // what is built second joins what was built first
    target: "es2022",
    chunkSizeWarningLimit: mode === "gallery" ? 2_000 : 500,
    assetsInlineLimit: 0, // the pages' security policy allows no data: addresses
    modulePreload: { polyfill: false },
    manifest: mode === "phone" ? ".vite/phone.json" : ".vite/others.json", // for tools/budget.mjs
    rolldownOptions: builtOf(mode),
  },
  server: {
    proxy: {
      "/api": { target: backend }, // the host kept as it is: the server compares it with the origin
      "/socket.io": { target: backend, ws: true },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
}));
