import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.resolve(__dirname, "../../..");
const OUT = path.join(ROOT, "node_modules/.cache/pane-e2e");

/**
 * Builds the pane as it is shipped, into a folder of the tests' own, with office.js from Microsoft's server or as a copy
 * beside it; `PANE_ROOT` and `PANE_ROOT_LOCAL` name ones that are built already.
 */
export async function builtPane(officeJs: "server" | "local" = "server"): Promise<string> {
  const built = officeJs === "local" ? process.env.PANE_ROOT_LOCAL : process.env.PANE_ROOT;
  if (built !== undefined) return built;
  const out = `${OUT}-${officeJs}`;
  const webpack = path.join(ROOT, "node_modules/webpack-cli/bin/cli.js");
  const options = ["--config-name", "web", "--mode", "production", "--output-path", out];
  await promisify(execFile)(process.execPath, [webpack, ...options], {
    cwd: ROOT,
    env: { ...process.env, ADDIN_BASE_URL: "https://addin.test", OFFICE_JS: officeJs === "local" ? "local" : "" },
  });
  return out;
}
