import { strFromU8, unzipSync } from "fflate";

/** Sheets' names with the addresses ("S!B2") on which the file keeps threads, by its parts and their relationships. */
export function threadedCells(bytes: Uint8Array): ReadonlySet<string> {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /workbook\.xml|worksheets\/_rels|threadedComments/.test(name),
  });
  const text = (path: string): string => (files[path] ? strFromU8(files[path]) : "");
  const targets = (rels: string, kind: string): ReadonlyMap<string, string> =>
    new Map(
      [...text(rels).matchAll(/<Relationship\b[^>]*>/g)]
        .map(([one]) => one)
        .filter((one) => attribute(one, "Type").endsWith(kind))
        .map((one) => [attribute(one, "Id"), attribute(one, "Target").replace(/^.*\//, "")]),
    );
  const sheets = targets("xl/_rels/workbook.xml.rels", "/worksheet");
  const found = new Set<string>();
  for (const [one] of text("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/g)) {
    const part = sheets.get(attribute(one, "r:id")) ?? "";
    for (const thread of targets(`xl/worksheets/_rels/${part}.rels`, "/threadedComment").values())
      for (const [, ref] of text(`xl/threadedComments/${thread}`).matchAll(/\bref="([A-Z]+\d+)"/g))
        found.add(`${attribute(one, "name")}!${ref}`);
  }
  return found;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
