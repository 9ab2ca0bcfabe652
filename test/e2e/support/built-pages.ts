import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { builtOnce, ROOT } from "./built-once";

const WEBPACK = path.join(ROOT, "node_modules/webpack-cli/bin/cli.js");

/**
 * The pane as it is shipped, built into a folder of the tests' own, with office.js from Microsoft's server or as a copy
 * beside it; `PANE_ROOT` and `PANE_ROOT_LOCAL` name ones that are built already.
 */
export async function builtPane(officeJs: "server" | "local" = "server"): Promise<string> {
  const built = officeJs === "local" ? process.env.PANE_ROOT_LOCAL : process.env.PANE_ROOT;
  return built ?? builtOnce(`pane-${officeJs}`, (out) => build("web", out, { ADDIN_BASE_URL: "https://addin.test", OFFICE_JS: officeJs === "local" ? "local" : "" })); // prettier-ignore
}

/** The workbench as it is shipped: its one file. */
export async function builtWorkbench(): Promise<string> {
  return path.join(await builtOnce("workbench", (out) => build("workbench", out, {})), "评核.html");
}

async function build(config: "web" | "workbench", out: string, env: NodeJS.ProcessEnv): Promise<void> {
  const options = ["--config-name", config, "--mode", "production", "--output-path", out];
  await promisify(execFile)(process.execPath, [WEBPACK, ...options], { cwd: ROOT, env: { ...process.env, ...env } });
}
