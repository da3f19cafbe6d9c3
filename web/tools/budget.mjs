/**
 * Weighs what a phone must fetch: scripts and styles, gzipped, fonts apart. The page itself, which joins and waits in the
 * lobby; then the parts that come while it waits (src/play/later). Fails the build above a budget. The other pages are
 * weighed too; practice has a budget of its own, the others may weigh what they like.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** In thousands of bytes: what is needed to join, each later part, and all that a phone fetches in a game. */
const FIRST = 60;
const LATER = {
  "src/play/screens/Answering.svelte": 18,
  "src/play/screens/Outcome.svelte": 14,
  "src/play/ways/All.svelte": 20,
  "src/play/screens/Weighing.svelte": 5,
  "src/play/screens/DoorScreen.svelte": 2,
  "src/privacy/ForgetMe.svelte": 3,
};
const ORDINARY_GAME = 75;
const PRACTICE = 90;
/** A deck of headline axes asks for no rarer way of answering, a room asks how sure, and lets people in one by one, only
 * where it is told to, and few ask to be forgotten. */
const ONLY_IN_SOME_ROOMS = [
  "src/play/ways/All.svelte",
  "src/play/screens/Weighing.svelte",
  "src/play/screens/DoorScreen.svelte",
  "src/privacy/ForgetMe.svelte",
];

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");
const read = (file) => readFileSync(join(dist, file), "utf8");
const manifestOf = (build) => JSON.parse(read(`.vite/${build}.json`));

/** The entries of a manifest whose scripts a page names. */
const namedIn = (page, manifest) =>
  Object.keys(manifest).filter((entry) => read(page).includes(`src="/${manifest[entry].file}"`));

/** The scripts and styles that come with entries: their own, and those of all that they import. */
function filesOf(entries, manifest, files = new Set()) {
  for (const { file, css = [], imports = [] } of entries.map((entry) => manifest[entry])) {
    if (files.has(file)) continue;
    for (const one of [file, ...css]) files.add(one);
    filesOf(imports, manifest, files);
  }
  return files;
}

const zipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(6);

/** Prints what files weigh together; above its budget, each of them too, and the build fails. Returns the weight. */
function weigh(name, files, budget = Infinity) {
  const weight = [...files].reduce((sum, file) => sum + zipped(file), 0);
  const most = budget === Infinity ? "" : ` of ${budget}`;
  console.log(`${name.padEnd(24)}${kilobytes(weight)}${most} kB gzipped in ${files.size} scripts and styles`);
  if (weight <= budget * 1000) return weight;
  for (const file of files) console.error(`  ${kilobytes(zipped(file))} kB  ${file}`);
  console.error(`${name.trim()} is over its budget of ${budget} kB.`);
  process.exitCode = 1;
  return weight;
}

const phone = manifestOf("phone");
const fetched = filesOf(namedIn("play.html", phone), phone);
weigh("play.html", fetched, FIRST);
const ordinary = new Set(fetched);
for (const [part, budget] of Object.entries(LATER)) {
  const files = new Set([...filesOf([part], phone)].filter((file) => !ordinary.has(file)));
  weigh(`  later: ${part.split("/").pop()}`, files, budget);
  if (!ONLY_IN_SOME_ROOMS.includes(part)) for (const file of files) ordinary.add(file);
}
weigh("  an ordinary game", ordinary, ORDINARY_GAME);

for (const part of Object.keys(phone).filter((entry) => phone[entry].isDynamicEntry && !(entry in LATER))) {
  console.error(`${part} comes later and has no budget in tools/budget.mjs.`);
  process.exitCode = 1;
}

const others = manifestOf("others");
for (const page of ["host.html", "remote.html", "screen.html", "replay.html", "course.html", "mine.html", "ghost.html", "report.html"]) weigh(page, filesOf(namedIn(page, others), others));
weigh("practice.html", filesOf(namedIn("practice.html", others), others), PRACTICE);
