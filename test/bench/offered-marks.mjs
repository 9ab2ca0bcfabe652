/**
 * What is judged of each real table by default and by the offer, in marks: `node test/bench/offered-marks.mjs [FILE…]`.
 * Needs dist/pinghe.js. Prints a table for the README.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../workbooks");
const found = ["", "real"].flatMap((sub) =>
  readdirSync(path.join(folder, sub)).flatMap((name) => (name.endsWith(".xlsx") ? [path.join(folder, sub, name)] : [])),
);
const files = process.argv.length > 2 ? process.argv.slice(2) : found;

function check(file, ...options) {
  const args = [path.join(import.meta.dirname, "../../dist/pinghe.js"), "check", file, "--format", "json", ...options];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 }));
  } catch (error) {
    // Exit status 1 says that errors were found; the report stands on the output all the same.
    return JSON.parse(error.stdout);
  }
}

const judged = ({ tables }) => tables.reduce((sum, { coverage }) => sum + coverage.judged, 0);
const marks = ({ tables }) => tables.reduce((sum, { coverage }) => sum + coverage.marks, 0);
const shown = (number) => String(Math.round(number * 100) / 100);

console.log(
  "| table | marks | judged by default | offer | judged by it | scores that differ |\n|---|---|---|---|---|---|",
);
const sum = [0, 0, 0];
for (const file of files) {
  const plain = check(file);
  const packs = [...new Set(plain.offers.map(({ pack }) => pack))];
  const taken = packs.length === 1 ? judged(check(file, "--pack", packs[0])) : judged(plain);
  const differing = plain.offers.reduce((count, offer) => count + offer.differing, 0);
  const cells = [
    path.basename(file, ".xlsx"),
    shown(marks(plain)),
    shown(judged(plain)),
    packs.join(" ") || "–",
    shown(taken),
    differing,
  ];
  console.log(`| ${cells.join(" | ")} |`);
  sum[0] += marks(plain);
  sum[1] += judged(plain);
  sum[2] += taken;
}
console.log(`| **all** | ${shown(sum[0])} | ${shown(sum[1])} | | ${shown(sum[2])} | |`);
