import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { figures, type Line } from "../measure";

/**
 * What the pane loads before it paints, as `npm run size` measures it: the files and the limit that package.json names, by
 * gzip at level 9.
 */
export async function firstLoad(root: string): Promise<Line> {
  const { path: files, limit } = await sizeLimit();
  const [start = "", end = ""] = path.basename(files).split("*");
  const names = (await readdir(root)).filter((name) => name.startsWith(start) && name.endsWith(end));
  const sizes = names.map(async (name) => gzipSync(await readFile(path.join(root, name)), { level: 9 }).length);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  const budget = Number.parseFloat(limit);
  const median = figures(bytes / 1000);
  return { name: "pane: first load", median, unit: "kB gzip", runs: 1, budget, within: median <= budget };
}

interface SizeLimit {
  /** "dist/web/taskpane*.js" */
  readonly path: string;
  /** "210 kB" */
  readonly limit: string;
}

async function sizeLimit(): Promise<SizeLimit> {
  const { "size-limit": limits } = JSON.parse(await readFile("package.json", "utf8")) as { "size-limit": SizeLimit[] };
  const [only] = limits;
  if (!only) throw new Error("package.json names no size limit");
  return only;
}
