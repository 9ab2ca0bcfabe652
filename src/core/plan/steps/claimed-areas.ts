import type { DefinedName } from "../../workbook/snapshot";
import { MAX_COLUMNS, type Rect } from "../../workbook/address";
import { AreaIndex } from "../../workbook/area-index";
import { append } from "../../workbook/lists-by-key";
import type { WritableCells } from "./writable-cells";
import type { Tag } from "../../ours/tags";
import { type Placement } from "../../ours/placement";
import type { SheetArea } from "../../workbook/sheet-area";
import { wrappedArea, isTableGroup } from "../../ours/tags";

/** What earlier runs tagged and this review knows, so that planning may change it (SPEC P3). */
export interface ClaimedAreas {
  /** Columns of ours beside known tables; cells in them that are not planned any more are emptied. */
  readonly leftovers: readonly SheetArea[];
  /** Whether a tag that is not planned stays: planning does not manage it, or does not know the table it belongs to. */
  readonly staysTagged: (name: DefinedName) => boolean;
}

/** For a plan that only adds: what it does not speak of stays. */
export const NOTHING_LEFT: ClaimedAreas = { leftovers: [], staysTagged: () => true };

const OUR_SHEETS: ReadonlySet<string> = new Set(["baseData", "record", "calculation", "differences", "states"]);
const WRAPPED_GROUPS: ReadonlySet<string> = new Set(["print", "guard", "fill"]);

export function claimAreas(tags: readonly Tag[], placements: readonly Placement[], ours: WritableCells): ClaimedAreas {
  const isKnown = knownTables(placements);
  const sheets = new Set(placements.map(({ sheet }) => sheet));
  const unknown = new Set<DefinedName>();
  const leftovers: SheetArea[] = [];
  for (const { group, area, defined } of tags) {
    if (!area) continue;
    if (group === "sheet" && defined.scope === null) ours.addSheetBlock(area);
    if (!isTableGroup(group)) continue;
    if (isKnown(group, area)) {
      ours.addArea(area);
      leftovers.push(area);
    } else unknown.add(defined);
  }
  const byName = new Map(tags.map((tag) => [tag.defined, tag]));
  const staysTagged = (name: DefinedName): boolean => {
    const tag = byName.get(name);
    if (!tag || tag.group === "name") return false;
    if (isTableGroup(tag.group)) return unknown.has(name);
    // A copied sheet of ours keeps the marks that it was copied with, so that clean finds it.
    if (tag.group === "sheet") return name.scope !== null || !OUR_SHEETS.has(tag.part);
    if (!WRAPPED_GROUPS.has(tag.group)) return true;
    const area = wrappedArea(name.refersTo);
    return area !== null && !sheets.has(area.sheet);
  };
  return { leftovers, staysTagged };
}

/** Beside a table the rows tell, whatever number the tag bears; on 核验计算 the number does. */
function knownTables(placements: readonly Placement[]): (group: string, area: SheetArea) => boolean {
  const rowsBeside = new Map<string, Rect[]>();
  const elsewhere = new Set<string>();
  for (const { sheet, beside, rows, table } of placements)
    if (beside) append(rowsBeside, sheet, { ...rows, left: 0, right: MAX_COLUMNS - 1 });
    else elsewhere.add(`${table.id} ${sheet}`);
  const beside = new Map([...rowsBeside].map(([sheet, rows]) => [sheet, new AreaIndex(rows)]));
  return (group, { sheet, rect }) =>
    elsewhere.has(`${group} ${sheet}`) || (beside.get(sheet)?.meeting(rect).length ?? 0) > 0;
}
