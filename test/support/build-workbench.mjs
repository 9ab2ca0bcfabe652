// Builds the workbench as it is shipped: one page, dist/workbench/评核.html, whose path is given back.
import { spawnSync } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export function buildWorkbench() {
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const options = ["--config-name", "workbench", "--mode", "production"];
  const { status } = spawnSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "inherit" });
  // Webpack has said what is wrong.
  if (status !== 0) process.exit(status ?? 1);
  return path.join(root, "dist/workbench/评核.html");
}
