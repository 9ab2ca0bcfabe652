import { readFile } from "node:fs/promises";
import path from "node:path";
import webpack from "webpack";

const OUT = path.resolve(__dirname, "../../node_modules/.cache/excel-host");

/** The emulated Excel as one script for a page; built once, and again only where it changed. */
let built: Promise<string> | null = null;

export const excelHostScript = (): Promise<string> => (built ??= build());

async function build(): Promise<string> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    target: ["web", "es2022"],
    cache: { type: "filesystem", name: "excel-host", buildDependencies: { config: [__filename] } },
    entry: path.resolve(__dirname, "browser.ts"),
    output: { path: OUT, filename: "excel-host.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          use: { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const problem = error ?? (stats?.hasErrors() ? new Error(stats.toString("errors-only")) : null);
      compiler.close(() => {
        if (problem) reject(problem);
        else resolve();
      });
    });
  });
  return readFile(path.join(OUT, "excel-host.js"), "utf8");
}
