import type { ScoringTable } from "../model/scoring-table";
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
  const template = sources.template ? officialTable(table, sources.template) : null;
  return {
    readings,
    template: template && { table: template, find: templateMatcher(template) },
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

/** The template table that shares most indicators with this one; none where nothing is shared. */
function officialTable(table: ScoringTable, template: readonly ScoringTable[]): ScoringTable | null {
  let best: { readonly table: ScoringTable; readonly shared: number } | null = null;
  for (const candidate of template) {
    const find = templateMatcher(candidate);
    const shared = table.indicators.filter(({ path }) => find(path) !== null).length;
    if (shared > (best?.shared ?? 0)) best = { table: candidate, shared };
  }
  return best?.table ?? null;
}

/** The pack whose target comparison and tiers apply: the reviewer's, else the workbook's. */
export const targetPack = ({ pack, workbookPack }: Officials) =>
  pack
    ? { file: pack.file, source: "pack" as const }
    : workbookPack && { file: workbookPack.file, source: "workbook" as const };
