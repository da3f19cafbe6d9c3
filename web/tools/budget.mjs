/**
 * Weighs what a phone must fetch to play: scripts and styles, gzipped, fonts apart. Fails the build above the budget.
 * Parts that only some rooms need, and that are imported when they do, are weighed apart.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 60;
const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

const NAMED_IN_PAGE = /(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g;
/** `import ... from "./part.js"`, but not `import("./part.js")`. */
const IMPORTED = /(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g;
/** `import("./part.js")`, and the styles that come with it. */
const LATER = /["'`]((?:\.\/|assets\/)[^"'`]+\.(?:js|css))["'`]/g;

const inAssets = (name) => (name.startsWith("assets/") ? name : join("assets", name));
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => inAssets(name));
const read = (file) => (file.endsWith(".js") ? readFileSync(join(dist, file), "utf8") : "");

/** The files that a page cannot do without: those that it names, and what these import. */
function filesOf(page) {
  const files = new Set(found(readFileSync(join(dist, page), "utf8"), NAMED_IN_PAGE));
  for (const file of files) for (const name of found(read(file), IMPORTED)) files.add(name);
  return [...files];
}

/** The files that come later, if at all. */
function laterThan(files) {
  const later = new Set(files);
  for (const file of later) for (const name of found(read(file), LATER)) later.add(name);
  return [...later].filter((file) => !files.includes(file) && existsSync(join(dist, file)));
}

const zipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const weight = (files) => files.reduce((sum, file) => sum + zipped(file), 0);

for (const page of ["play.html", "host.html", "screen.html", "replay.html"]) {
  const files = filesOf(page);
  const total = weight(files);
  console.log(`${page.padEnd(12)} ${kilobytes(total).padStart(6)} kB gzipped in ${files.length} scripts and styles`);
  const later = laterThan(files);
  if (later.length > 0) {
    console.log(`  later      ${kilobytes(weight(later)).padStart(8)} kB gzipped in ${later.length}, only where asked for`);
  }
  if (page === "play.html" && total > BUDGET_KB * 1000) {
    for (const file of files) console.error(`  ${kilobytes(zipped(file))} kB  ${file}`);
    console.error(`The phone's page is over its budget of ${BUDGET_KB} kB.`);
    process.exitCode = 1;
  }
}
