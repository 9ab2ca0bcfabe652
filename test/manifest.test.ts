import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { FUNCTION_NAMES } from "../src/taskpane/ribbon";
import { checkManifest, type ManifestRule } from "./support/check-manifest";
import { DEVELOPMENT_URL, placeManifest, productionUrl } from "./support/manifest-url.cjs";
import { SCHEMA_FOLDER, schemaFaults, schemaPresent } from "./support/manifest-schema";

const root = path.resolve(__dirname, "..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
const HOSTED_AT = "https://tools.example.gov.cn/pinghe";

/** Width and height stand in the first chunk of a PNG, at bytes 16 and 20. */
function pictureSize(place: string): readonly [number, number] | null {
  const file = path.join(root, place);
  if (!existsSync(file)) return null;
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const faultsOf = (xml: string, base: string = DEVELOPMENT_URL): { rule: string; detail: string }[] =>
  checkManifest(xml, { base, pictureSize, functions: Object.values(FUNCTION_NAMES), version });

const withSchema = schemaPresent() ? it : it.skip;
if (!schemaPresent())
  process.stderr.write(`\nSKIPPED: manifest against the official schema: ${SCHEMA_FOLDER} is absent\n`);

it("the official schemas are there where a skipped check would go unnoticed (CI)", () => {
  expect(schemaPresent() || process.env.CI !== "true").toBe(true);
});

describe.each([
  ["as it stands in the repository", manifest, DEVELOPMENT_URL],
  ["as a build places it", placeManifest(manifest, HOSTED_AT), HOSTED_AT],
])("the manifest %s", (_, xml, base) => {
  withSchema("is valid against the official schema", async () => expect(await schemaFaults(xml)).toEqual([]));

  it("refers to nothing that is missing and leaves nothing untranslated", () =>
    expect(faultsOf(xml, base)).toEqual([]));

  it("is read by Microsoft's own reader", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "pinghe-manifest-"));
    const file = path.join(folder, "manifest.xml");
    writeFileSync(file, xml);
    const info = await OfficeAddinManifest.readManifestFile(file).finally(() => rmSync(folder, { recursive: true }));
    expect(info).toMatchObject({
      defaultLocale: "zh-CN",
      displayName: "评核",
      hosts: ["Workbook"],
      permissions: "ReadWriteDocument",
      officeAppType: "TaskPaneApp",
      defaultSettings: { sourceLocation: `${base}/taskpane.html` },
    });
  });
});

/** Each fault is planted by one replacement, which must change the text. */
const PLANTED: readonly [
  fault: string,
  planted: readonly [from: string | RegExp, to: string],
  found: ManifestRule | "schema",
][] = [
  [
    "a label that is defined nowhere",
    ['<Label resid="Check.Label"/>', '<Label resid="Chekc.Label"/>'],
    "resource-missing",
  ],
  ["a tip where a label belongs", ['<Label resid="Check.Label"/>', '<Label resid="Check.Tip"/>'], "resource-missing"],
  ["a picture for another command", ['size="80" resid="Undo.80"', 'size="80" resid="Write.80"'], "resource-unused"],
  ["two buttons of one id", ['id="Pinghe.Write"', 'id="Pinghe.Check"'], "id-twice"],
  ["two texts of one id", ['String id="Write.Title"', 'String id="Check.Title"'], "id-twice"],
  ["a page over http", ['Url" DefaultValue="https://', 'Url" DefaultValue="http://'], "not-https"],
  [
    "a picture from another site",
    ["https://localhost:3000/assets/icons/check-16", "https://cdn.example.com/check-16"],
    "elsewhere-hosted",
  ],
  [
    "an app domain with a path",
    ["<AppDomain>https://localhost:3000<", "<AppDomain>https://localhost:3000/app<"],
    "app-domain",
  ],
  ["an icon without its 80 px picture", ['<bt:Image size="80" resid="Undo.80"/>', ""], "icon-size-missing"],
  ["a picture of the wrong size", ["check-32.png", "check-64.png"], "picture-size"],
  ["a picture that does not exist", ["write-16.png", "wirte-16.png"], "picture-size"],
  [
    "a small high-resolution icon",
    [
      'HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icons/app-64',
      'HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icons/app-32',
    ],
    "picture-size",
  ],
  ["a misspelt requirement set", ['Name="SharedRuntime"', 'Name="SharedRuntimes"'], "requirement-unknown"],
  [
    "a ribbon that asks for less than the add-in",
    ['bt:Set Name="ExcelApi" MinVersion="1.13"', 'bt:Set Name="ExcelApi" MinVersion="1.9"'],
    "requirement-differs",
  ],
  ["a runtime that ends with the pane", ['lifetime="long"', 'lifetime="short"'], "shared-runtime"],
  [
    "commands in a page of their own",
    ['<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Commands.Url"/>'],
    "shared-runtime",
  ],
  ["a button that calls nothing", [">pingheUndo<", ">undo<"], "function-unknown"],
  ["a text without English", ['<bt:Override Locale="en-US" Value="Check"/>', ""], "untranslated"],
  [
    "Chinese where English belongs",
    ['Value="Pinghe"/>\n  </DisplayName>', 'Value="评核"/>\n  </DisplayName>'],
    "untranslated",
  ],
  ["English by default", ['DefaultValue="打开面板"', 'DefaultValue="Open pane"'], "untranslated"],
  ["a version that was not raised", ["<Version>0.1.0.0<", "<Version>0.0.9.0<"], "version-differs"],
  ["an id that is no GUID", ["<Id>71606e91-", "<Id>71606e91"], "schema"],
  ["no default language", ["<DefaultLocale>zh-CN</DefaultLocale>", ""], "schema"],
  ["a permission that does not exist", ["ReadWriteDocument", "ReadWriteDocuments"], "schema"],
  ["a host that does not exist", ['<Host Name="Workbook"/>', '<Host Name="Spreadsheet"/>'], "host-unknown"],
  [
    "elements out of their order",
    [/( *<AppDomains>[^]*<\/AppDomains>\n)( *<Hosts>[^]*?<\/Hosts>\n)/, "$2$1"],
    "schema",
  ],
  ["a label of 126 characters", ['DefaultValue="核验计分表"', `DefaultValue="${"核".repeat(126)}"`], "schema"],
  ["a tip of 251 characters", ['Value="Shows what is', `Value="${"a".repeat(251)}`], "schema"],
  ["an action of an unknown type", ['xsi:type="ExecuteFunction"', 'xsi:type="RunFunction"'], "schema"],
  ["a version of five parts", ["<Version>0.1.0.0<", "<Version>0.1.0.0.0<"], "schema"],
];

describe("a planted fault is found:", () => {
  const plant = ([from, to]: readonly [string | RegExp, string]): string => {
    const faulty = manifest.replace(from, to);
    if (faulty === manifest) throw new Error(`nothing was planted: ${String(from)}`);
    return faulty;
  };
  it.each(PLANTED.filter(([, , found]) => found !== "schema"))("%s", (_, planted, found) => {
    expect(faultsOf(plant(planted)).map(({ rule }) => rule)).toContain(found);
  });
  withSchema.each(PLANTED.filter(([, , found]) => found === "schema"))("%s", async (_, planted) => {
    expect(await schemaFaults(plant(planted))).not.toEqual([]);
  });
  it("the development address in a manifest meant for production", () => {
    const faults = faultsOf(
      placeManifest(manifest, HOSTED_AT).replace(`${HOSTED_AT}/taskpane`, `${DEVELOPMENT_URL}/taskpane`),
      HOSTED_AT,
    );
    expect(faults).toEqual([{ rule: "elsewhere-hosted", detail: `${DEVELOPMENT_URL}/taskpane.html` }]);
  });
});

describe("the hosting address", () => {
  it.each([
    ["https://tools.example.gov.cn", "https://tools.example.gov.cn"],
    ["https://tools.example.gov.cn/", "https://tools.example.gov.cn"],
    ["https://tools.example.gov.cn:8443/绩效/pinghe//", "https://tools.example.gov.cn:8443/%E7%BB%A9%E6%95%88/pinghe"],
    [undefined, "https://pinghe.invalid"],
    ["", "https://pinghe.invalid"],
  ])("%s is taken as %s", (given, taken) => expect(productionUrl(given)).toBe(taken));

  it.each([
    "http://tools.example.gov.cn",
    "tools.example.gov.cn",
    "https://x.cn/?a=1",
    "https://x.cn/#a",
    "https://me:word@x.cn/",
    "file:///srv/www",
  ])("%s is refused", (given) => expect(() => productionUrl(given)).toThrow("ADDIN_BASE_URL"));

  it("takes the place of the development address everywhere, as an origin where only an origin may stand", () => {
    const placed = placeManifest(manifest, "https://x.cn/a&b");
    expect(placed).not.toContain("localhost");
    expect(placed).toContain("<AppDomain>https://x.cn</AppDomain>");
    expect(placed).toContain('"https://x.cn/a&amp;b/taskpane.html"');
  });
});
