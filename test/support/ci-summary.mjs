// Turns jest's closing line into the plain one that CI reads: "N passed, N failed, N skipped".
import { readFileSync } from "node:fs";

const lines = readFileSync(process.argv[2], "utf8").split("\n");
const closing = lines.findLast((line) => line.startsWith("Tests:"));
if (!closing) throw new Error("no closing line of jest in the log");
const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(closing)?.[1] ?? 0);
console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
if (count("failed") > 0 || count("passed") === 0) process.exitCode = 1;
