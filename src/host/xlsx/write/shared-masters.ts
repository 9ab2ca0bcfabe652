import { rectA1 } from "../../../core/workbook/address";
import { boxOf, cellKey, readReference, readRowNumber, type CellKey } from "../read/reference";
import { encodeText } from "../xml/characters";
import type { Edit } from "../xml/edits";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import type { SheetDraft } from "./sheet-draft";

interface Follower {
  readonly key: CellKey;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the first cell of a shared formula is written over, the next one takes its place: it gets the formula's text
 * as it reads there, and the others follow it. No other cell changes (SPEC X6).
 */
export function passOnSharedFormulas(sheet: SheetDraft): Edit[] {
  const source = sheet.source.text;
  const broken = [...sheet.planned.keys()].some((key) => {
    const place = sheet.place(key);
    return place !== undefined && /\bt\s*=\s*["']shared/.test(source.slice(place.start, place.end));
  });
  if (!broken) return [];
  const edits: Edit[] = [];
  for (const [shared, group] of sharedGroups(source)) {
    const left = group.followers.filter(({ key }) => !sheet.planned.has(key));
    const first = left[0];
    const formula = first && sheet.cell(first.key)?.formula;
    if (group.master === null || !sheet.planned.has(group.master) || !first || formula === undefined) continue;
    const box = boxOf(left.map(({ key }) => key));
    if (!box) continue;
    const { prefix: p } = sheet.layout;
    const text = `<${p}f t="shared" ref="${rectA1(box)}" si="${shared}">${encodeText(formula.slice(1))}</${p}f>`;
    edits.push({ start: first.start, end: first.end, text });
  }
  return edits;
}

interface Group {
  master: CellKey | null;
  readonly followers: Follower[];
}

function sharedGroups(source: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  const x = new XmlScanner(source);
  let row = -1;
  let key = -1;
  while (x.next() !== END) {
    if (x.kind === CLOSE && x.depth === 2 && x.local === "sheetData") break;
    if (x.kind !== OPEN || x.depth < 3 || !x.main) continue;
    const local = x.local;
    const reference = local === "row" || local === "c" ? x.attribute("r") : null;
    if (local === "row") {
      row = reference === null ? row + 1 : readRowNumber(reference);
      key = cellKey(row, 0) - 1;
    } else if (local === "c") key = reference === null ? key + 1 : readReference(reference);
    else if (local === "f" && x.attribute("t") === "shared") {
      const shared = x.attribute("si") ?? "";
      const group = groups.get(shared) ?? { master: null, followers: [] };
      groups.set(shared, group);
      const start = x.start;
      if (x.content() !== "") group.master ??= key;
      else group.followers.push({ key, start, end: x.end });
    }
  }
  return groups;
}
