/*
 * Reads PDFs in a Node process as it is shipped: jest's own module loader can not load pdf.js. Prints one JSON line a file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import swc from "@swc/core";

const SOURCES = ["host/document/read-pdf", "host/document/pdf-lines", "host/file-host", "core/model/result"];
const folder = mkdtempSync(path.join(tmpdir(), "pinghe-pdf-"));
try {
  for (const source of SOURCES) {
    const { code } = swc.transformFileSync(`src/${source}.ts`, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "es6" },
    });
    const local = code
      .replace(/from "[^"]*\/([\w-]+)"/g, 'from "./$1.mjs"')
      .replace('"unpdf"', JSON.stringify(import.meta.resolve("unpdf")));
    writeFileSync(path.join(folder, `${path.basename(source)}.mjs`), local);
  }
  const { readPdf } = await import(pathToFileURL(path.join(folder, "read-pdf.mjs")).href);
  for (const file of process.argv.slice(2))
    console.log(JSON.stringify(await readPdf(new Uint8Array(readFileSync(file)))));
} finally {
  rmSync(folder, { recursive: true });
}
