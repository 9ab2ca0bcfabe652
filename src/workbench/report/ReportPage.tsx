import { useEffect, useRef } from "react";
import type { ReportedTable, VerificationReport } from "../../app/output/verification-report";
import { STATE_WORDS } from "../../app/state-words";
import type { Language } from "../../ui/i18n/words";
import { reportWords, type ReportWords } from "./report-words";
import { StateBar } from "./StateBar";

export interface ReportPageProps {
  readonly report: VerificationReport;
  readonly lang: Language;
  readonly onClose: () => void;
}

/** 核验报告 as a page to print or to save as PDF: what was found, by what, and of which content. */
export function ReportPage({ report, lang, onClose }: ReportPageProps) {
  const w = reportWords(lang);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <article className="pr" aria-label={w.title}>
      <div className="pr-bar">
        <button type="button" onClick={() => window.print()}>
          {w.print}
        </button>
        <button type="button" ref={close} onClick={onClose}>
          {w.close}
        </button>
      </div>
      <div className="pr-page">
        <h1>{w.title}</h1>
        <p>
          {w.file}：{report.source.file}
        </p>
        {report.tables.map((table) => (
          <TableReport key={`${table.sheet}${table.range}`} table={table} lang={lang} w={w} />
        ))}
        <Findings report={report} w={w} />
        <Basis report={report} w={w} />
        <div className="signed">
          {w.signed.map((label) => (
            <span key={label}>{label}：</span>
          ))}
        </div>
      </div>
    </article>
  );
}

function TableReport({
  table,
  lang,
  w,
}: {
  readonly table: ReportedTable;
  readonly lang: Language;
  readonly w: ReportWords;
}) {
  const facts: readonly (readonly [string, string])[] = [
    ...(table.unit === null ? [] : [[w.unit, table.unit] as const]),
    [w.total, `${table.score ?? "—"} / ${table.fullMark}`],
    [w.recomputed, table.recomputed ?? w.notAll],
    ...(table.grade === null ? [] : [[w.grade, w.gradeBy(table.grade.value, table.grade.basis)] as const]),
  ];
  return (
    <section>
      <h2>
        {table.sheet} {table.range} {table.year !== null && w.year(table.year)}
      </h2>
      <dl>{facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}</dl>
      <h3>
        {w.states}：{w.judged(table.judged, table.fullMark)}
      </h3>
      <StateBar shares={table.states} lang={lang} />
      {table.cells !== null && <p className="legend">{table.cells}</p>}
      {table.parts.length > 0 && <h3>{w.parts}</h3>}
      {table.parts.map(({ name, mark, score, shares }) => (
        <div key={name}>
          {name} {score ?? "—"} / {mark}
          <StateBar shares={shares} lang={lang} />
        </div>
      ))}
      <h3>{w.threeWay}</h3>
      <ThreeWay table={table} lang={lang} w={w} />
    </section>
  );
}

function ThreeWay({
  table,
  lang,
  w,
}: {
  readonly table: ReportedTable;
  readonly lang: Language;
  readonly w: ReportWords;
}) {
  const heads = [w.indicator, w.cell, w.mark, w.total, w.recomputed, w.difference, w.state, w.reason];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.cell + row.path.join("/")}>
            <td>{row.path.at(-1)}</td>
            <td>{row.cell}</td>
            {[row.fullMark, row.score, row.recomputed, row.difference].map((value, i) => (
              <td key={heads[i + 2]} className="num">
                {value}
              </td>
            ))}
            <td>{STATE_WORDS[row.state][lang]}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            {w.sum}
          </th>
          <td className="num">{table.fullMark}</td>
          <td className="num">{table.score}</td>
          <td className="num">{table.recomputed}</td>
          <td colSpan={3} />
        </tr>
      </tbody>
    </table>
  );
}

function Findings({ report, w }: { readonly report: VerificationReport; readonly w: ReportWords }) {
  return (
    <section>
      <h2>{w.findings}</h2>
      {report.findings.length === 0 && <p>{w.noFindings}</p>}
      {report.findings.length > 0 && (
        <table>
          <tbody>
            {report.findings.map((finding) => (
              <tr key={finding.fingerprint}>
                <td>{w.severities[finding.severity]}</td>
                <td>
                  {finding.message}
                  {finding.waived && `（${w.waived}：${finding.waiver ?? ""}）`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}

function Basis({ report, w }: { readonly report: VerificationReport; readonly w: ReportWords }) {
  const { source, settings, given, template, narrative } = report;
  const pairs = (lines: VerificationReport["given"]): string =>
    lines.map(({ label, value }) => `${label}：${value}`).join("；");
  const facts: readonly (readonly [string, string])[] = [
    [w.rules, report.rules ?? w.noRules],
    [w.settings, pairs(settings) || w.defaults],
    ...(given.length === 0 ? [] : [[w.given, pairs(given)] as const]),
    ...(template === null ? [] : [[w.template, template] as const]),
    ...(narrative === null ? [] : [[w.narrative, narrative] as const]),
    [w.fileHash, source.sha256],
    [w.contentHash, source.contentHash],
    [w.version, source.version],
  ];
  return (
    <section>
      <h2>{w.basis}</h2>
      <dl>{facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}</dl>
    </section>
  );
}
