import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.resolve(__dirname, "../../..");
const OUT = path.join(ROOT, "node_modules/.cache/pane-e2e");

/** Builds the pane as it is shipped, into a folder of the tests' own; `PANE_ROOT` names one that is built already. */
export async function builtPane(): Promise<string> {
  if (process.env.PANE_ROOT !== undefined) return process.env.PANE_ROOT;
  const webpack = path.join(ROOT, "node_modules/webpack-cli/bin/cli.js");
  const options = ["--config-name", "web", "--mode", "production", "--output-path", OUT];
  await promisify(execFile)(process.execPath, [webpack, ...options], {
    cwd: ROOT,
    env: { ...process.env, ADDIN_BASE_URL: "https://addin.test" },
  });
  return OUT;
}
