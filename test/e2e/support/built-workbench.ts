import { execFileSync } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../../..");

/** Builds the workbench as it is shipped and returns its one file. */
export function builtWorkbench(): string {
  const webpack = path.join(ROOT, "node_modules/webpack/bin/webpack.js");
  execFileSync(process.execPath, [webpack, "--config-name", "workbench", "--mode", "production"], { cwd: ROOT });
  return path.join(ROOT, "dist/workbench/评核.html");
}
