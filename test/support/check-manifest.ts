import { elements, readXml, type XmlElement } from "./xml-tree";

/** What a manifest is held against, besides the official schema. */
export interface ManifestExpectation {
  /** Where the add-in is hosted: every address must lie there. */
  readonly base: string;
  /** Width and height of a hosted picture, null where there is no such file. */
  readonly pictureSize: (path: string) => readonly [number, number] | null;
  /** The functions that the pane associates with buttons. */
  readonly functions: readonly string[];
  readonly version: string;
}

export interface ManifestFault {
  readonly rule: ManifestRule;
  readonly detail: string;
}

/** The faults of a manifest that the official schema can not see (it knows neither references nor files nor us). */
export function checkManifest(xml: string, expected: ManifestExpectation): ManifestFault[] {
  const manifest = readXml(xml);
  return (Object.keys(RULES) as ManifestRule[]).flatMap((rule) =>
    RULES[rule](manifest, expected).map((detail) => ({ rule, detail })),
  );
}

type Rule = (manifest: XmlElement, expected: ManifestExpectation) => string[];
export type ManifestRule = keyof typeof RULES;

const RULES = {
  "resource-missing": (manifest) =>
    references(manifest).flatMap(({ name, resid, kind }) =>
      resources(manifest).some((resource) => resource.id === resid && resource.kind === kind)
        ? []
        : [`${name} wants ${kind} ${resid}`],
    ),
  "resource-unused": (manifest) => {
    const used = new Set(references(manifest).map(({ resid }) => resid));
    return resources(manifest).flatMap(({ id }) => (used.has(id) ? [] : [id]));
  },
  "id-twice": (manifest) => [
    ...repeated(resources(manifest).map(({ id }) => id)),
    ...repeated(["Group", "Control", "CustomTab"].flatMap((name) => attributes(manifest, name, "id"))),
  ],
  "not-https": (manifest) => addresses(manifest).filter((address) => !address.startsWith("https://")),
  "elsewhere-hosted": (manifest, { base }) =>
    addresses(manifest).filter((address) => !address.startsWith(`${base}/`) && address !== new URL(base).origin),
  "app-domain": (manifest) => elements(manifest, "AppDomain").flatMap(({ text }) => (isOrigin(text) ? [] : [text])),
  "icon-size-missing": (manifest) =>
    elements(manifest, "Icon").flatMap((icon) => {
      const sizes = attributes(icon, "Image", "size");
      return ["16", "32", "80"].filter((size) => !sizes.includes(size)).map((size) => `an Icon lacks ${size}`);
    }),
  "picture-size": (manifest, expected) => pictures(manifest).flatMap((wanted) => wrongSize(wanted, expected)),
  "requirement-unknown": (manifest) =>
    attributes(manifest, "Set", "Name").filter((name) => !REQUIREMENT_SETS.has(name)),
  "requirement-differs": (manifest) => {
    const minimums = elements(manifest, "Set").flatMap(({ attributes: set }) =>
      set.Name === "ExcelApi" ? [set.MinVersion ?? "none"] : [],
    );
    return minimums.length === 2 && new Set(minimums).size === 1 ? [] : [`ExcelApi ${minimums.join(", ")}`];
  },
  "shared-runtime": (manifest) => {
    const resids = ["Runtime", "FunctionFile", "SourceLocation"].flatMap((name) => attributes(manifest, name, "resid"));
    const declared = attributes(manifest, "Set", "Name").includes("SharedRuntime");
    const long = attributes(manifest, "Runtime", "lifetime").join() === "long";
    return declared && long && resids.length === 3 && new Set(resids).size === 1 ? [] : [resids.join(", ")];
  },
  "function-unknown": (manifest, { functions }) => {
    const named = elements(manifest, "FunctionName").map(({ text }) => text);
    return [
      ...named.filter((name) => !functions.includes(name)),
      ...functions.filter((name) => !named.includes(name)).map((name) => `${name} has no button`),
    ];
  },
  untranslated: (manifest) => wordings(manifest).flatMap(untranslated),
  "host-unknown": (manifest) => [
    ...attributes(manifest, "Host", "Name").filter((name) => name !== "Workbook"),
    ...attributes(manifest, "Host", "type").filter((type) => type !== "Workbook"),
  ],
  "version-differs": (manifest, { version }) =>
    elements(manifest, "Version").flatMap(({ text }) => (text === `${version}.0` ? [] : [text])),
} satisfies Record<string, Rule>;

/** Requirement sets that Excel knows and an add-in without custom functions may ask for. */
const REQUIREMENT_SETS = new Set(["ExcelApi", "SharedRuntime", "AddinCommands", "DialogApi", "RibbonApi"]);

const KIND_OF_REFERENCE: Readonly<Record<string, "Image" | "Url" | "ShortString" | "LongString">> = {
  Image: "Image",
  Runtime: "Url",
  FunctionFile: "Url",
  SourceLocation: "Url",
  Label: "ShortString",
  Title: "ShortString",
  Description: "LongString",
};

const attributes = (within: XmlElement, name: string, attribute: string): string[] =>
  elements(within, name).flatMap((element) => element.attributes[attribute] ?? []);

const references = (manifest: XmlElement): { name: string; resid: string; kind: string }[] =>
  Object.entries(KIND_OF_REFERENCE).flatMap(([name, kind]) =>
    attributes(manifest, name, "resid").map((resid) => ({ name, resid, kind })),
  );

/** Plural lists are named after what they hold: Images hold Image, ShortStrings hold ShortString. */
const resources = (manifest: XmlElement): { id: string; kind: string; address: string }[] =>
  elements(manifest, "Resources").flatMap(({ children }) =>
    children.flatMap((list) =>
      list.children.map(({ attributes: { id, DefaultValue } }) => ({
        id: id ?? "",
        kind: list.name.replace(/s$/, ""),
        address: DefaultValue ?? "",
      })),
    ),
  );

const addresses = (manifest: XmlElement): string[] => [
  ...["IconUrl", "HighResolutionIconUrl", "SourceLocation"].flatMap((name) =>
    attributes(manifest, name, "DefaultValue"),
  ),
  ...elements(manifest, "AppDomain").map(({ text }) => text),
  ...resources(manifest).flatMap(({ kind, address }) => (kind === "Image" || kind === "Url" ? [address] : [])),
];

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

interface Picture {
  readonly address: string;
  readonly size: number;
}

function pictures(manifest: XmlElement): Picture[] {
  const places = new Map(resources(manifest).map(({ id, address }) => [id, address]));
  const inIcons = elements(manifest, "Icon").flatMap((icon) =>
    elements(icon, "Image").flatMap(({ attributes: { resid, size } }) => {
      const address = places.get(resid ?? "");
      return address === undefined ? [] : [{ address, size: Number(size) }];
    }),
  );
  const own = (name: string, size: number): Picture[] =>
    attributes(manifest, name, "DefaultValue").map((address) => ({ address, size }));
  return [...inIcons, ...own("IconUrl", 32), ...own("HighResolutionIconUrl", 64)];
}

function wrongSize({ address, size }: Picture, { base, pictureSize }: ManifestExpectation): string[] {
  const found = pictureSize(address.slice(base.length + 1));
  if (found?.[0] === size && found[1] === size) return [];
  return [`${address}: ${found ? found.join("×") : "no file"} instead of ${size}×${size}`];
}

const wordings = (manifest: XmlElement): XmlElement[] => [
  ...elements(manifest, "DisplayName"),
  ...elements(manifest, "Description").filter(({ attributes: { resid } }) => resid === undefined),
  ...["ShortStrings", "LongStrings"].flatMap((list) => elements(manifest, list).flatMap(({ children }) => children)),
];

/** The default is Chinese; the one override is English, and says something. */
function untranslated(wording: XmlElement): string[] {
  const { id = wording.name, DefaultValue = "" } = wording.attributes;
  const english = elements(wording, "Override").filter(({ attributes: { Locale } }) => Locale === "en-US");
  const words = english[0]?.attributes.Value ?? "";
  const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
  const good = english.length === 1 && /\p{Script=Latin}/u.test(words) && !hasHan(words) && hasHan(DefaultValue);
  return good ? [] : [id];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
