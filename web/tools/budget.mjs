/** Weighs what a phone must fetch to play: scripts and styles, gzipped, fonts apart. Fails the build above the budget. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 60;
const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

/** The files that a page names, and those that these import in turn. */
function filesOf(page) {
  const html = readFileSync(join(dist, page), "utf8");
  const found = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]));
  for (const file of found) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(join(dist, file), "utf8");
    for (const [, name] of text.matchAll(/["'](\.\/[^"']+\.(?:js|css))["']/g)) {
      found.add(join("assets", name)); // static and lazy imports alike: both reach the phone
    }
    for (const [, name] of text.matchAll(/["'](assets\/[^"']+\.(?:js|css))["']/g)) found.add(name);
  }
  return [...found].filter((file) => resolve(dist, file).startsWith(dist));
}

const zipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

for (const page of ["play.html", "host.html", "screen.html", "replay.html"]) {
  const files = filesOf(page);
  const total = files.reduce((sum, file) => sum + zipped(file), 0);
  console.log(`${page.padEnd(12)} ${kilobytes(total).padStart(6)} kB gzipped in ${files.length} scripts and styles`);
  if (page === "play.html" && total > BUDGET_KB * 1000) {
    for (const file of files) console.error(`  ${kilobytes(zipped(file))} kB  ${file}`);
    console.error(`The phone's page is over its budget of ${BUDGET_KB} kB.`);
    process.exitCode = 1;
  }
}
