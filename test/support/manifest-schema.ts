import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateXML } from "xmllint-wasm";

/** The official schemas of Office manifests, beside the repository. */
export const SCHEMA_FOLDER = path.resolve(__dirname, "../../../shared/manifest-xsd");
export const schemaPresent = (): boolean => existsSync(SCHEMA_FOLDER);

const MAIN = "OfficeAppManifestV1_1.xsd";

/** What the official schema says against a manifest; nothing where it is valid. */
export async function schemaFaults(manifest: string): Promise<string[]> {
  const read = (fileName: string): { fileName: string; contents: string } => ({
    fileName,
    contents: readFileSync(path.join(SCHEMA_FOLDER, fileName), "utf8"),
  });
  const others = readdirSync(SCHEMA_FOLDER).filter((file) => file.endsWith(".xsd") && file !== MAIN);
  const { errors } = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: manifest }],
    schema: [read(MAIN)],
    preload: others.map(read),
  });
  return errors.map(({ message }) => message);
}
