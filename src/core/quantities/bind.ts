import { pushAll } from "../workbook/long-lists";
import type { Finding } from "../findings/finding";
import { compact, nameKey } from "../model/text";
import { decimalPlaces, decimalText, type Exact } from "../model/exact";
import type { Quantity, QuantityOffer, QuantitySource } from "../model/quantity";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { baseSheetRows, findRows, struckRows } from "./base-sheet-rows";
import { leadingNumber } from "../model/leading-number";
import { baseTableMatcher, baseValuesOf, type BaseMatch } from "./base-table-match";
import { collectQuantities, type WantedQuantity } from "./collect";
import type { DefinitionUse } from "./definition-use";
import { matchInputs, titleOf } from "./given-inputs";
import { readOurs } from "../ours/read-ours";
import { nameGiver } from "./name-giver";
import { offerReader } from "./offers";
import { partings, readLabel } from "./label";
import type { BindingProblem } from "../model/binding-problem";
import { ValueSource } from "./value-source";
import { unitFindings } from "./unit-findings";
import type { BaseDataTable } from "../model/base-data";

export interface BindingInput {
  readonly book: WorkbookSnapshot;
  readonly uses: readonly DefinitionUse[];
  readonly baseTables: readonly BaseDataTable[];
  /** Numbers given with --inputs, by name. */
  readonly inputs: ReadonlyMap<string, Exact>;
}

export interface Binding {
  readonly quantities: readonly Quantity[];
  readonly findings: readonly Finding[];
  readonly problems: readonly BindingProblem[];
}

/**
 * The quantities that the definitions use, each with its value where one source gives it: what the reviewer types, the
 * cell a person linked, a base-data table, the sheet 基础数据. A name that fits several values takes none (SPEC Q1–Q7).
 */
export function bindQuantities({ book, uses, baseTables, inputs }: BindingInput): Binding {
  const rows = baseSheetRows(book);
  const indicators = new Set(uses.map(({ indicator }) => nameKey(indicator.path.at(-1) ?? "")));
  const isIndicator = (name: string): boolean => indicators.has(nameKey(name));
  const labels = [...inputs.keys(), ...rows.map(({ row }) => row.label)].map((text) => readLabel(text, isIndicator));
  const drafts = collectQuantities(uses, partings(labels));
  const matched = matchInputs(inputs, drafts, isIndicator);
  const problems: BindingProblem[] = [...matched.problems, ...drafts.flatMap(sharedSpelling)];
  const { byDraft: rowsOf, problems: unsettledRows } = findRows(rows, drafts, isIndicator);
  pushAll(problems, unsettledRows);
  const nameOf = nameGiver(book, (draft) => rowsOf.get(draft)?.[0]?.row.name ?? "");
  const links = readOurs(book).links;
  const inBaseTable = baseTableMatcher(baseValuesOf(baseTables));
  const offersOf = offerReader(uses);
  const findings: Finding[] = [...struckRows(book)];
  const quantities = drafts.map((draft) => {
    const settle = new ValueSource(draft, problems);
    const match = inBaseTable(draft);
    const source =
      inputSource(matched.numbers.get(draft)) ??
      settle.linked(links.size > 0 ? links.get(nameOf.wanted(draft).toUpperCase()) : undefined) ??
      settle.baseTable(match) ??
      settle.sheet(rowsOf.get(draft) ?? []);
    const stated = source?.from === "baseTable" && match.found === "one" ? match.value : null;
    if (stated) pushAll(findings, unitFindings(draft, stated));
    const unsettled = (source?.number ?? null) === null;
    const offers = unsettled ? [...cellOffer(match), ...offersOf(draft)] : [];
    pushAll(
      findings,
      offers.map((offer) => offerFinding(draft, offer)),
    );
    return finish(draft, stated?.unit ?? null, { source, offers }, nameOf.given(draft, source));
  });
  return { quantities, findings, problems };
}

/** 69人（含借调2人） in the quantity's own cell: the number is offered, never taken (SPEC Q40). */
function cellOffer(match: BaseMatch): readonly QuantityOffer[] {
  const text = match.found === "one" ? match.value.text : undefined;
  const number = text === undefined ? null : leadingNumber(text);
  return match.found === "one" && text !== undefined && number ? [{ number, at: match.value.at, excerpt: text }] : [];
}

function finish(
  { key, name, parsed, phase, unit, scope, uses }: WantedQuantity,
  statedUnit: string | null,
  { source, offers }: Pick<Quantity, "source" | "offers">,
  definedName: string,
): Quantity {
  const { yearOffset } = parsed;
  return { key, name, yearOffset, phase, unit: unit ?? statedUnit, scope, usedBy: uses, source, offers, definedName };
}

const inputSource = (number: Exact | undefined): QuantitySource | null => (number ? { from: "inputs", number } : null);

/** One spelling in definitions of different indicators: shared by default, and said so. */
function sharedSpelling(draft: WantedQuantity): readonly BindingProblem[] {
  const indicators = new Set(draft.uses.map(({ table, path }) => [table, ...path].join("/")));
  return indicators.size > 1 ? [{ kind: "shared-spelling", quantity: titleOf(draft), uses: draft.uses }] : [];
}

function offerFinding(draft: WantedQuantity, offer: QuantityOffer): Finding {
  const [use] = draft.uses;
  return {
    code: "text-number-available",
    table: use?.table ?? null,
    sheet: offer.at.sheet,
    at: offer.at,
    path: use?.path ?? [],
    subject: compact(draft.name),
    data: { name: draft.name, number: decimalText(offer.number, decimalPlaces(offer.number)), excerpt: offer.excerpt },
  };
}
