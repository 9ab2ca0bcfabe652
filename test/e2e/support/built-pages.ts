import path from "node:path";
import { buildInto, builtOnce } from "../../support/built-once";

/**
 * The pane as it is shipped, built into a folder of the tests' own, with office.js from Microsoft's server or as a copy
 * beside it; `PANE_ROOT` and `PANE_ROOT_LOCAL` name ones that are built already.
 */
export async function builtPane(officeJs: "server" | "local" = "server"): Promise<string> {
  const built = officeJs === "local" ? process.env.PANE_ROOT_LOCAL : process.env.PANE_ROOT;
  const env = { ADDIN_BASE_URL: "https://addin.test", OFFICE_JS: officeJs === "local" ? "local" : "" };
  return built ?? builtOnce(`pane-${officeJs}`, (out) => buildInto(out, "web", env));
}

/** The workbench as it is shipped: its one file. */
export const builtWorkbench = async (): Promise<string> =>
  path.join(await builtOnce("workbench", (out) => buildInto(out, "workbench")), "评核.html");
