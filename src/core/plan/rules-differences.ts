import type { Language } from "../findings/catalogue";
import { isDifference, outranksTable, type DifferenceFinding } from "../findings/differences";
import type { Finding } from "../findings/finding";
import { wordFindings } from "../findings/word";
import { usedByText } from "../ours/base-answers";
import type { SheetArea } from "../workbook/sheet-area";
import { isInside, type Rect } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { CellContent } from "../workbook/write-plan";
import { linkContent } from "./columns/table-draft";
import { LOOK } from "./steps/cell-styles";
import { SheetDraft, textContent } from "./steps/wanted";

/**
 * Below the settings of the sheet 规则: where the table departs from an official source or from the usual rules, what is
 * printed, what judges and on whose authority, so that a reviewer sees it without the command line (SPEC M29).
 */
const HEADERS = ["指标", "位置", "不同之处", "表中所印", "规定或通行的", "以何为准"] as const;
const WIDTHS = [18, 26, 60, 44, 44, 34] as const;
const TITLE_ROWS = 2;
/** Room for rows that a reviewer's later choices add to the settings above. */
const SPARE_ROWS = 8;

/** What is already there: the settings' rows with what a person wrote below them, and the list of an earlier run. */
export interface DifferencesPlace {
  readonly settingsBottom: number;
  readonly before: SheetArea | null;
  readonly snapshot: SheetSnapshot | undefined;
}

/** Puts the list into the draft and says which cells it covers; null where nothing differs. An earlier one is emptied. */
export function draftDifferences(
  draft: SheetDraft,
  findings: readonly Finding[],
  place: DifferencesPlace,
  lang: Language,
): Rect | null {
  const differing = findings.filter(isDifference);
  const area = differing.length > 0 ? listArea(differing.length, place) : null;
  if (area) {
    draft.put(area.top, 0, textContent(titleOf(differing)), LOOK.title);
    HEADERS.forEach((header, column) => draft.put(area.top + 1, column, textContent(header), LOOK.header));
    wordFindings(differing, lang).forEach(({ message }, index) => {
      const finding = differing[index];
      if (!finding) return;
      rowOf(finding, message).forEach((content, column) =>
        draft.put(area.top + TITLE_ROWS + index, column, content, LOOK.text),
      );
    });
    WIDTHS.forEach((width, column) => {
      if (!draft.widths.some((known) => known.column === column)) draft.widths.push({ column, width });
    });
  }
  draft.emptyRest(place.before?.rect ?? null);
  draft.emptyRest(area);
  return area;
}

/** How many there are, and of how many the table's own words do not judge. */
function titleOf(differing: readonly DifferenceFinding[]): string {
  const altered = differing.filter(outranksTable).length;
  return `与规定或通行规则不同之处：${differing.length} 处${altered > 0 ? `，其中 ${altered} 处不以表中所印为准` : ""}`;
}

function rowOf(finding: DifferenceFinding, message: string): readonly CellContent[] {
  const { data, at, path } = finding;
  const name = "setting" in data ? data.setting.zh : usedByText(path);
  return [
    textContent(name),
    at ? linkContent(at.sheet, at) : { type: "blank" },
    textContent(message),
    textContent(inChinese(data.found)),
    textContent(inChinese(data.official)),
    textContent(judgeOf(finding)),
  ];
}

const inChinese = (said: string | { readonly zh: string }): string => (typeof said === "string" ? said : said.zh);

/** What judges, and on whose authority: 规定 outranks the print, what is usual does not. */
function judgeOf(finding: DifferenceFinding): string {
  if (finding.code === "setting-differs") return `以${finding.data.decider.zh}所定的为准`;
  const { zh: document } = finding.data.document;
  return outranksTable(finding) ? `以规定为准：${document}` : `以表中所印为准；${document}为通行规则，仅供核实`;
}

/** Where the list stood before, as long as the settings above have not come near it. */
function listArea(rows: number, { settingsBottom, before, snapshot }: DifferencesPlace): Rect {
  const lastUsed = (snapshot?.cells ?? []).reduce(
    (last, { row, column, value }) =>
      value === null || (before && isInside({ row, column }, before.rect)) || row > (before?.rect.top ?? Infinity)
        ? last
        : Math.max(last, row),
    settingsBottom,
  );
  const stood = before?.rect.top ?? 0;
  const top = stood > lastUsed + 1 ? stood : lastUsed + 1 + SPARE_ROWS;
  return { top, left: 0, bottom: top + TITLE_ROWS - 1 + rows, right: HEADERS.length - 1 };
}
