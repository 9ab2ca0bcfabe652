import { exactText } from "../model/exact";
import { pathKey } from "../model/path";
import type { ScoringTable } from "../model/scoring-table";
import { compact } from "../model/text";
import { builtInPack } from "../rules/packs/index";
import type { PackFile } from "../rules/packs/schema";
import { fits } from "./fits";
import { packMatcher, templateMatcher, type PackMatcher, type TemplateMatcher } from "./match";
import type { Readings } from "./readings";

/** What a definition or a rule may come from beside the table itself (SPEC M2). */
export interface RuleSources {
  /** Tables of the official template that the reviewer named. */
  readonly template: readonly ScoringTable[] | null;
  /** The pack that the reviewer named. */
  readonly pack: PackFile | null;
  /** The pack that the workbook's own 规则 sheet names. */
  readonly workbookPack: PackFile | null;
}

/** The sources made ready for one table. */
export interface Officials {
  readonly readings: Readings;
  readonly template: { readonly table: ScoringTable; readonly find: TemplateMatcher } | null;
  /** Tables of the template that fit this one equally well and are not alike, so that none of them judges. */
  readonly rivals: readonly ScoringTable[];
  readonly pack: ReadyPack | null;
  readonly workbookPack: ReadyPack | null;
  readonly framework: ReadyPack;
}

export interface ReadyPack {
  readonly file: PackFile;
  readonly find: PackMatcher;
}

/** A source as a person knows it. */
export interface SourceDocument {
  readonly zh: string;
  readonly en: string;
}

export const documentOf = ({ title, source }: PackFile): SourceDocument => ({
  zh: `${title.zh}（${source.document}）`,
  en: `${title.en} (${source.document})`,
});

export const TEMPLATE_DOCUMENT: SourceDocument = { zh: "复核人指定的模板", en: "the template that the reviewer named" };

/** Only what an office has laid down outranks the print; a usual pack fills in what is not printed (SPEC M2). */
export const isOfficial = (pack: ReadyPack | null): pack is ReadyPack => pack?.file.authority === "official";

const FRAMEWORK = { department: "department-framework-2013", project: "project" } as const;

export function officialsFor(table: ScoringTable, sources: RuleSources, readings: Readings): Officials {
  const ready = (file: PackFile | null) => (file && fits(file, table) ? { file, find: packMatcher(file) } : null);
  const framework = builtInPack(FRAMEWORK[table.kind]);
  if (!framework) throw new Error(`the framework of ${table.kind} is not built in`);
  const { table: template, rivals } = officialTable(table, sources.template ?? []);
  return {
    readings,
    template: template && { table: template, find: templateMatcher(template) },
    rivals,
    pack: ready(sources.pack),
    workbookPack: ready(sources.workbookPack),
    framework: { file: framework, find: packMatcher(withoutLocal(framework)) },
  };
}

/** Of a framework that nobody chose only what its document says holds; local additions do not (SPEC M18). */
const withoutLocal = (pack: PackFile): PackFile => ({
  ...pack,
  indicators: pack.indicators.filter(({ local }) => !local),
});

interface OfficialTable {
  readonly table: ScoringTable | null;
  readonly rivals: readonly ScoringTable[];
}

/** The template table that shares most indicators with this one, by name and then by path; none where nothing is shared. */
function officialTable(table: ScoringTable, template: readonly ScoringTable[]): OfficialTable {
  let most: readonly [number, number] = [0, 0];
  let best: readonly ScoringTable[] = [];
  for (const candidate of template) {
    const shared = sharedWith(table, candidate);
    const order = shared[0] - most[0] || shared[1] - most[1];
    if (shared[0] === 0 || order < 0) continue;
    best = order > 0 ? [candidate] : [...best, candidate];
    most = shared;
  }
  const [first, ...others] = best;
  if (!first) return { table: null, rivals: [] };
  const text = printedIn(first);
  return others.every((one) => printedIn(one) === text) ? { table: first, rivals: [] } : { table: null, rivals: best };
}

function sharedWith(table: ScoringTable, candidate: ScoringTable): readonly [named: number, placed: number] {
  const find = templateMatcher(candidate);
  const found = table.indicators.flatMap(({ path }) => {
    const official = find(path);
    return official ? [pathKey(official.path) === pathKey(path)] : [];
  });
  return [found.length, found.filter((placed) => placed).length];
}

/** What a template table says of its indicators: copies of one form say the same. */
const printedIn = ({ indicators }: ScoringTable): string =>
  JSON.stringify(
    indicators.map(({ path, fullMark, standard, description, explanation }) => [
      pathKey(path),
      fullMark ? exactText(fullMark.number) : "",
      ...[standard, description, explanation].map((cell) => compact(cell?.text ?? "")),
    ]),
  );

/** The pack whose target comparison and tiers apply: the reviewer's, else the workbook's. */
export const targetPack = ({ pack, workbookPack }: Officials) =>
  pack
    ? { file: pack.file, source: "pack" as const }
    : workbookPack && { file: workbookPack.file, source: "workbook" as const };
