import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Mutation, Pick } from "./damages";

/** Changes after which a package is still one, but says something else than programs expect. */
const changed =
  (change: (parts: Record<string, Uint8Array>, pick: Pick) => void): Mutation =>
  (file, pick) => {
    const parts: Record<string, Uint8Array> = { ...unzipSync(file) };
    change(parts, pick);
    return zipSync(parts, { level: 0 });
  };

const named = (parts: Readonly<Record<string, Uint8Array>>, pattern: RegExp, pick: Pick): string => {
  const names = Object.keys(parts).filter((name) => pattern.test(name));
  return names[pick(names.length)] ?? "";
};

/** Rewrites one match of the pattern in one part whose name matches. */
const rewritten = (part: RegExp, pattern: RegExp, to: (match: string, pick: Pick, all: readonly string[]) => string): Mutation =>
  changed((parts, pick) => {
    const name = named(parts, part, pick);
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const matches = [...text.matchAll(pattern)];
    const match = matches[pick(Math.max(1, matches.length))];
    if (!match) return;
    const all = matches.map(([found]) => found);
    parts[name] = strToU8(text.slice(0, match.index) + to(match[0], pick, all) + text.slice(match.index + match[0].length));
  }); // prettier-ignore

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const ODD = [
  "0",
  "-1",
  "1",
  "65535",
  "4294967296",
  "1e309",
  "NaN",
  "",
  "A1",
  "XFD1048576",
  "A1:XFD1048576",
  "甲",
  "true",
];
const odd = (pick: Pick): string => ODD[pick(ODD.length)] ?? "";

/** One kind of change each, told by what is done to the package. */
export const CHANGES = {
  dropPart: changed((parts, pick) => void Reflect.deleteProperty(parts, named(parts, /./, pick))),
  emptyPart: changed((parts, pick) => void (parts[named(parts, /\.(?:xml|rels)$/, pick)] = new Uint8Array())),
  swapParts: changed((parts, pick) => {
    const [a, b] = [named(parts, /\.xml$/, pick), named(parts, /\.xml$/, pick)];
    [parts[a], parts[b]] = [parts[b] ?? new Uint8Array(), parts[a] ?? new Uint8Array()];
  }),
  dropElement: rewritten(/\.(?:xml|rels)$/, /<[\w:]+(?: [^<>]*)?\/>/g, () => ""),
  doubleElement: rewritten(/\.(?:xml|rels)$/, /<[\w:]+(?: [^<>]*)?\/>/g, (match) => match + match),
  oddAttribute: rewritten(/\.(?:xml|rels)$/, /="[^"<]*"/g, (_, pick) => `="${odd(pick)}"`),
  dropRow: rewritten(SHEET, /<row [\s\S]*?<\/row>/g, () => ""),
  doubleCell: rewritten(SHEET, /<c [^>]*>[\s\S]*?<\/c>/g, (match) => match + match),
  oddValue: rewritten(SHEET, /<v>[^<]*<\/v>/g, (_, pick) => `<v>${odd(pick)}</v>`),
  oddFormula: rewritten(SHEET, /<v>[^<]*<\/v>/g, (match, pick) => `<f>${["A1", "SUM(A:Z)", "1/0", "(((", "REPT(\"甲\",1E9)", "[1]x!A1", "#REF!+1"][pick(7)] ?? ""}</f>${match}`),
  textOfAnother: rewritten(/sharedStrings|worksheets\/[^/]+\.xml/, /<t(?: [^>]*)?>[^<]*<\/t>/g, (_, pick, all) => all[pick(all.length)] ?? ""),
  neighbour: rewritten(SHEET, /<\/sheetData>/g, (match, pick) => `${match}${["<mergeCells><mergeCell ref=\"A3:ZZ4\"/></mergeCells>", "<autoFilter ref=\"A1:H9\"/>", "<hyperlinks><hyperlink ref=\"H3\" location=\"A1\"/></hyperlinks>", "<sheetProtection sheet=\"1\"/>", "<dataValidations><dataValidation type=\"list\" sqref=\"G1:M9 A1\"><formula1>1</formula1></dataValidation></dataValidations>"][pick(5)] ?? ""}`),
} as const satisfies Readonly<Record<string, Mutation>>; // prettier-ignore
