// npm run pack:workbench: builds the workbench and puts it into a zip to hand on, with a page that says how to use it.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { buildWorkbench, root } from "./build-workbench.mjs";

const page = readFileSync(buildWorkbench());

// Notepad of older Windows reads UTF-8 by its mark, and lines by both signs.
const guide = readFileSync(path.join(root, "assets/workbench/使用说明.txt"), "utf8");
const files = {
  "评核/评核.html": page,
  "评核/使用说明.txt": strToU8(`\ufeff${guide.replaceAll("\n", "\r\n")}`),
};
const out = path.join(root, "dist/workbench/评核工作台.zip");
// The same build gives the same bytes.
writeFileSync(out, zipSync(files, { level: 9, mtime: new Date("2000-01-01T00:00:00") }));
console.log(`${path.relative(root, out)}（${Math.round(readFileSync(out).length / 1024)} kB）`);
