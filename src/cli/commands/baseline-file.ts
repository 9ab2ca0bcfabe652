import { againstBaseline, readBaseline, type Compared, type EarlierFinding } from "../../app/baseline";
import { compareRounds } from "../../app/rounds/compare-rounds";
import { readRound } from "../../app/rounds/read-round";
import type { Round } from "../../app/rounds/round";
import { isZip } from "../../app/file-kind";
import { readText } from "../../app/text-file";
import type { ReportedFinding } from "../../app/worded-review";
import type { Finding } from "../../core/findings/finding";
import { isCompoundFile } from "../../host/compound-file";
import type { CommandLine, Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { roundOfWorkbook } from "./round-file";

/** What `--baseline` names: the findings of then and, where it is a workbook or a report of `check`, the whole round. */
export interface Earlier {
  readonly findings: readonly EarlierFinding[];
  readonly round: Round | null;
}

/** The earlier round that `check --baseline` names; null where it names none (SPEC G24, Y6). */
export async function earlierRound(line: CommandLine, terminal: Terminal): Promise<Earlier | null> {
  const { baseline } = line.options;
  if (baseline === undefined) return null;
  const bytes = await terminal.readFile(baseline);
  if (!isWorkbook(bytes)) return earlierReport(bytes, baseline, line.options);
  const round = await roundOfWorkbook(baseline, line, terminal);
  return { findings: round.findings, round };
}

const isWorkbook = (bytes: Uint8Array): boolean => isCompoundFile(bytes) || isZip(bytes);

function earlierReport(bytes: Uint8Array, file: string, { lang }: Options): Earlier {
  const text = readText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  const findings = readBaseline(text.value);
  if (!findings.ok) throw new CommandFailure(`${file}: ${findings.failure[lang]}`);
  const round = readRound(text.value);
  return { findings: findings.value, round: round.ok ? round.value : null };
}

/** What changed since that round and should not have, or not alone; nothing where only its findings are known. */
export const raisedSince = (earlier: Earlier | null, now: () => Round): readonly Finding[] =>
  earlier?.round ? compareRounds(earlier.round, now()).raised : [];

/** The findings of `audit` beside those of the report that `--baseline` names; null where it names none. */
export async function comparedWith(
  findings: readonly ReportedFinding[],
  options: Options,
  terminal: Terminal,
): Promise<Compared | null> {
  if (options.baseline === undefined) return null;
  const earlier = earlierReport(await terminal.readFile(options.baseline), options.baseline, options);
  return againstBaseline(findings, earlier.findings);
}
