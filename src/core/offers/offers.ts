import { scoreMismatches } from "../checks/score-mismatch";
import type { CheckContext } from "../checks/context";
import type { ScoringTable } from "../model/scoring-table";
import type { Offer, TableReview } from "../review.types";
import { builtInPack } from "../rules/packs/index";
import type { PackFile } from "../rules/packs/schema";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { formTextOf } from "./form-text";
import { recognise, type Recognition } from "./recognise";

/** What a review by a pack would come to; nothing of it counts. */
export type Trial = (tables: readonly ScoringTable[], pack: PackFile) => readonly TableReview[];

interface Candidate {
  readonly table: TableReview;
  readonly pack: PackFile;
  readonly recognition: Recognition;
}

/**
 * The packs that fit the forms of these tables and would judge more than is judged now, each with what it would come to
 * (SPEC O2). Only a pack whose form was recognised is tried, once for all its tables.
 */
export function offersFor(
  book: WorkbookSnapshot,
  reviewed: readonly TableReview[],
  context: CheckContext,
  trial: Trial,
): readonly Offer[] {
  const all = reviewed.map(({ table }) => table);
  const candidates = reviewed.flatMap((table): Candidate[] => {
    if (table.coverage.notJudged.n === 0n) return [];
    return recognise(formTextOf(book, table.table, all)).flatMap((recognition) => {
      const pack = recognition.pack === null ? null : builtInPack(recognition.pack);
      return pack ? [{ table, pack, recognition }] : [];
    });
  });
  const packs = [...new Set(candidates.map(({ pack }) => pack))];
  const offers = packs.flatMap((pack) => {
    const fitting = candidates.filter((one) => one.pack === pack);
    const tried = trial(fitting.map(({ table }) => table.table), pack); // prettier-ignore
    return fitting.flatMap((candidate, i) => offer(candidate, tried[i], context));
  });
  const order = new Map(all.map(({ id }, i) => [id, i]));
  return offers.sort((a, b) => (order.get(a.table) ?? 0) - (order.get(b.table) ?? 0));
}

function offer(
  { table, pack, recognition }: Candidate,
  tried: TableReview | undefined,
  context: CheckContext,
): Offer[] {
  if (!tried || tried.coverage.notJudged.compare(table.coverage.notJudged) >= 0) return [];
  const { marks, judged, notJudged } = tried.coverage;
  const differing = scoreMismatches({ ...context, tables: [tried] }).filter(({ code }) => DIFFERING.has(code)).length;
  return [
    {
      table: table.table.id,
      sheet: table.table.sheet,
      form: recognition.form,
      pack: pack.id,
      version: pack.version,
      document: pack.source.document,
      because: recognition.because,
      certain: recognition.certain,
      judged,
      covered: marks.sub(notJudged),
      differing,
    },
  ];
}

const DIFFERING: ReadonlySet<string> = new Set(["score-mismatch", "score-outside-tier"]);
