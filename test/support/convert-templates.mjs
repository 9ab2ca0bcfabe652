// node test/support/convert-templates.mjs: makes of every assets/templates/*.fods the .xlsx that the pane opens. The
// result is small, names no author and no date, and comes out the same again from the same .fods and LibreOffice.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const folder = path.resolve(import.meta.dirname, "../../assets/templates");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".fods"))
  .map((file) => path.basename(file, ".fods"));
const work = mkdtempSync(path.join(tmpdir(), "pinghe-templates-"));

/** Makes LibreOffice calculate every formula on loading an .ods; a .fods it loads without, and leaves some at 0. */
const CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;
const profile = path.join(work, "profile");
mkdirSync(path.join(profile, "user"), { recursive: true });
writeFileSync(path.join(profile, "user/registrymodifications.xcu"), CALCULATE);

/** Properties name who wrote the file and when; what leads to them goes with them. */
const withoutProperties = (xml) =>
  xml
    .replace(/<Override\b[^>]*PartName="\/docProps\/[^>]*\/>/g, "")
    .replace(/<Relationship\b[^>]*Target="docProps\/[^>]*\/>/g, "");

/** A row whose height counts as set by hand does not grow with what is typed into it. */
const growing = (xml) => xml.replace(/ customHeight="(?:true|1)"/g, "");

function small(bytes) {
  const kept = Object.entries(unzipSync(bytes)).filter(([part]) => !part.startsWith("docProps/"));
  const parts = kept.map(([part, content]) => {
    const xml = withoutProperties(strFromU8(content));
    const own = part.startsWith("xl/worksheets/") ? growing(xml) : xml;
    return [part, [strToU8(own), { level: 9, mtime: new Date(2020, 0, 1) }]];
  });
  return zipSync(Object.fromEntries(parts));
}

function convert(kind, files) {
  const profileAt = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const line = [profileAt, "--headless", "--norestore", "--convert-to", kind, "--outdir", work, ...files];
  const { error, status } = spawnSync(process.env.SOFFICE ?? "soffice", line, {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`soffice ended with status ${status}`);
}

try {
  convert(
    "ods",
    names.map((name) => path.join(folder, `${name}.fods`)),
  );
  convert(
    "xlsx",
    names.map((name) => path.join(work, `${name}.ods`)),
  );
  for (const name of names) {
    const bytes = small(readFileSync(path.join(work, `${name}.xlsx`)));
    writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
    console.log(`assets/templates/${name}.xlsx ${bytes.length} bytes`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
