import type { Language } from "../../core/findings/catalogue";
import { wordFindings } from "../../core/findings/word";
import { nameOf, pathKey } from "../../core/model/path";
import { a1, parseA1, type CellAddress } from "../../core/workbook/address";
import { parseReference } from "../../core/workbook/sheet-area";
import type { FindingChanges } from "../rounds/compare-findings";
import type { RoundsCompared } from "../rounds/compare-rounds";
import type { TableChanges } from "../rounds/changes";
import { FIELD_WORDS, FUNDING_WORDS } from "../rounds/field-words";
import { ROW_FIELDS, type Round, type RoundFinding, type RoundIndicator, type RowField } from "../rounds/round";
import { cellOf, ROUND_WORDS, saidText } from "../rounds/round-words";
import type { ReportedFinding } from "../worded-review";

/** One change: where it is now, of what, from what to what, and more words where figures do not say it. */
export interface ChangeLine {
  /** Null where nothing of it stands in the workbook any more. */
  readonly at: CellAddress | null;
  readonly cell: string;
  readonly name: string;
  /** "5 → 3". */
  readonly fact: string;
  readonly note: string;
}

export interface ChangeGroup {
  readonly title: string;
  /** It is for a person to look into: it stands first and is marked. */
  readonly isDoubtful: boolean;
  readonly lines: readonly ChangeLine[];
}

/** All that changed between two rounds: what is doubtful first, then the findings, the columns, the rows. */
export function changeGroups(compared: RoundsCompared, reported: readonly ReportedFinding[], lang: Language): readonly ChangeGroup[] {
  const w = ROUND_WORDS[lang];
  const { raised, tables, inputs, tablesAdded, tablesRemoved } = compared;
  const rows = (pick: (table: TableChanges) => readonly ChangeLine[]): readonly ChangeLine[] => tables.flatMap(pick);
  return filled([
    { title: w.raised, isDoubtful: true, lines: wordFindings(raised, lang).map(({ finding, message }) => lineAt(finding.at, nameOf(finding.path), "", withoutCell(message))) },
    ...findingGroups(compared.findings, reported, compared.now, lang),
    ...ROW_FIELDS.map((field) => plain(FIELD_WORDS[field][lang], rows((table) => fieldLines(table, field, lang)))),
    plain(w.funding, rows(({ funding }) => funding.map((one) => lineAt(null, FUNDING_WORDS[one.field][lang], fromTo(one.before, one.now, lang), "")))),
    plain(w.inputs, inputs.map((one) => lineAt(null, one.name, fromTo(one.before, one.now, lang), ""))),
    plain(w.renamed, rows(({ renamed, now: { sheet } }) => renamed.map((pair) => rowLine(pair.now, sheet, `${nameOf(pair.before.path)} → ${nameOf(pair.now.path)}`)))),
    plain(w.rowsAdded, rows(({ added, now: { sheet } }) => added.map((one) => rowLine(one, sheet, one.path.join(" › "))))),
    plain(w.rowsRemoved, rows(({ removed }) => removed.map((one) => rowLine(one, null, one.path.join(" › "))))),
    plain(w.moved, rows(({ moved, now: { sheet } }) => moved.map((pair) => rowLine(pair.now, sheet, `${pair.before.path.join(" › ")} → ${pair.now.path.join(" › ")}`)))),
    plain(w.tablesAdded, tablesAdded.map(({ sheet }) => lineAt(null, sheet, "", ""))),
    plain(w.tablesRemoved, tablesRemoved.map(({ sheet }) => lineAt(null, sheet, "", ""))),
  ]);
} // prettier-ignore

/** What became of the findings. */
export function findingGroups(findings: FindingChanges, reported: readonly ReportedFinding[], now: Round, lang: Language): readonly ChangeGroup[] {
  const w = ROUND_WORDS[lang];
  const places = new Map(reported.map(({ fingerprint, finding }) => [fingerprint, finding.at]));
  const rows = rowPlaces(now);
  const there = (one: RoundFinding): ChangeLine =>
    lineAt(places.get(one.fingerprint) ?? null, nameOf(one.path), "", withoutCell(one.message));
  const gone = (one: RoundFinding): ChangeLine =>
    lineAt(rows.get(nameKeyOf(one.path)) ?? addressOf(one.cell), nameOf(one.path), "", withoutCell(one.message));
  const was = (one: RoundFinding): string => `${w.was} ${withoutCell(one.message)}`;
  const [changed, same] = [true, false].map((wanted) => findings.open.filter((one) => one.changed === wanted));
  return filled([
    plain(w.added, findings.added.map(there)),
    plain(w.changed, (changed ?? []).map(({ before, now: one }) => ({ ...there(one), note: `${there(one).note} ${was(before)}` }))),
    plain(w.same, (same ?? []).map(({ now: one }) => there(one))),
    plain(w.fixed, findings.fixed.map(gone)),
    plain(w.removed, findings.removed.map((one) => ({ ...gone(one), at: null, cell: one.place ?? "" }))),
  ]);
} // prettier-ignore

const filled = (groups: readonly ChangeGroup[]): readonly ChangeGroup[] =>
  groups.filter(({ lines }) => lines.length > 0);

const plain = (title: string, lines: readonly ChangeLine[]): ChangeGroup => ({ title, isDoubtful: false, lines });

function fieldLines({ rows, now: { sheet } }: TableChanges, field: RowField, lang: Language): readonly ChangeLine[] {
  return rows.flatMap(({ now, changes }) =>
    changes
      .filter((change) => change.field === field)
      .map((change) => {
        const cell = cellOf(now, field) ?? now.cells.name;
        return lineAt(cell === null ? null : inSheet(sheet, cell), nameOf(now.path), fromTo(change.before, change.now, lang), ""); // prettier-ignore
      }),
  );
}

const fromTo = (before: string | null, now: string | null, lang: Language): string =>
  `${saidText(before, lang)} → ${saidText(now, lang)}`;

const rowLine = ({ cells, path }: RoundIndicator, sheet: string | null, note: string): ChangeLine =>
  lineAt(sheet === null || cells.name === null ? null : inSheet(sheet, cells.name), nameOf(path), "", note);

/** A name that the words tell already is not said twice. */
function lineAt(at: CellAddress | null, name: string, fact: string, note: string): ChangeLine {
  return { at, cell: at ? a1(at) : "", name: note.includes(name) ? "" : name, fact, note };
}

function inSheet(sheet: string, cell: string): CellAddress | null {
  const at = parseA1(cell);
  return at && { sheet, ...at };
}

/** An earlier round's own address, for what belongs to no row: the sheet may have been changed since. */
function addressOf(cell: string | null): CellAddress | null {
  const [area] = cell === null ? [] : parseReference(cell);
  return area ? { sheet: area.sheet, row: area.rect.top, column: area.rect.left } : null;
}

/** Where each indicator stands now: its score, else its name. A record tells paths joined, so that is how they are found. */
function rowPlaces({ tables }: Round): ReadonlyMap<string, CellAddress> {
  const found = new Map<string, CellAddress>();
  for (const { sheet, indicators } of tables)
    for (const { path, cells } of indicators) {
      const cell = cells.score ?? cells.name;
      const at = cell === null ? null : inSheet(sheet, cell);
      if (at && !found.has(nameKeyOf(path))) found.set(nameKeyOf(path), at);
    }
  return found;
}
const nameKeyOf = (path: readonly string[]): string => pathKey(path);

/** The cell stands beside the message: "D23：" at its head would say it twice. */
const withoutCell = (message: string): string => message.replace(/^\$?[A-Z]{1,3}\$?\d+(?:：|: )/, "");
