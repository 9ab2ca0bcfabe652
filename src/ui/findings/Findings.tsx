import { Button, makeStyles, mergeClasses, SearchBox, ToggleButton, tokens } from "@fluentui/react-components";
import { ChevronDown20Regular, ChevronUp20Regular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { PaneFinding, PaneFindingGroup } from "../../app/pane/pane-findings";
import type { Severity } from "../../core/findings/finding-kind";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { FindingGroup } from "./FindingGroup";
import type { FindingActions } from "./finding-actions";

export interface FindingsProps {
  readonly groups: readonly PaneFindingGroup[];
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** "已复算 0 / 100 分": what an empty list does not say. */
  readonly coverage: { readonly judged: string; readonly marks: string } | null;
  readonly open: string | null;
  readonly actions: FindingActions;
}

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  filter: { minWidth: "auto" },
  bar: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  search: { width: "100%", maxWidth: "none" },
});

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings by severity and cause, with filter and search, and steps from one to the next in that order. */
export default function Findings({ groups, counts, coverage, open, actions }: FindingsProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [query, setQuery] = useState("");
  const shown = useMemo(() => filtered(groups, severity, query), [groups, severity, query]);
  const all = shown.flatMap(({ findings }) => findings);
  const at = all.findIndex(({ fingerprint }) => fingerprint === open);
  const step = (by: 1 | -1): void => {
    const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    if (next) actions.open(next);
  };
  if (groups.length === 0) return <NoFindings coverage={coverage} />;
  const totals: Readonly<Record<Severity, number>> = {
    error: counts.errors,
    warning: counts.warnings,
    info: counts.infos,
  };
  return (
    <div className={l.stack}>
      <div className={s.bar}>
        <SearchBox
          className={s.search}
          size="medium"
          placeholder={w.findings.search}
          aria-label={w.findings.search}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        <div className={s.filters} role="group" aria-label={w.findings.filter}>
          <ToggleButton size="small" className={s.filter} checked={severity === null} onClick={() => setSeverity(null)}>
            {w.findings.all}
          </ToggleButton>
          {SEVERITIES.map((one) => (
            <ToggleButton
              key={one}
              size="small"
              className={s.filter}
              checked={severity === one}
              onClick={() => setSeverity(severity === one ? null : one)}
            >
              {w.findings.severities[one]} {totals[one]}
            </ToggleButton>
          ))}
        </div>
        <div className={mergeClasses(l.row, l.between)}>
          <span className={mergeClasses(l.quiet, l.number)} aria-live="polite">
            {all.length === 0 ? w.findings.noMatch : w.findings.position(at + 1, all.length)}
          </span>
          <span className={l.row}>
            <Button
              size="small"
              icon={<ChevronUp20Regular />}
              aria-label={w.findings.previous}
              disabled={all.length === 0}
              onClick={() => step(-1)}
            />
            <Button
              size="small"
              icon={<ChevronDown20Regular />}
              aria-label={w.findings.next}
              disabled={all.length === 0}
              onClick={() => step(1)}
            />
          </span>
        </div>
      </div>
      {shown.map((group) => (
        <FindingGroup key={group.key} group={group} open={open} actions={actions} />
      ))}
    </div>
  );
}

function NoFindings({ coverage }: Pick<FindingsProps, "coverage">) {
  const l = useLayout();
  const w = useWords();
  const isPartial = coverage !== null && coverage.judged !== coverage.marks;
  return (
    <section className={l.card}>
      <h2 className={l.heading}>{w.findings.none}</h2>
      {isPartial && (
        <p className={mergeClasses(l.text, l.quiet)}>{w.findings.noneJudged(coverage.judged, coverage.marks)}</p>
      )}
    </section>
  );
}

/** Groups with the findings that match; search looks at words, indicator and cell. */
function filtered(
  groups: readonly PaneFindingGroup[],
  severity: Severity | null,
  query: string,
): readonly PaneFindingGroup[] {
  const wanted = query.normalize("NFKC").trim().toLowerCase();
  const matches = ({ message, cell, path }: PaneFinding): boolean =>
    [message, cell ?? "", ...path].some((text) => text.normalize("NFKC").toLowerCase().includes(wanted));
  return groups
    .filter((group) => severity === null || group.severity === severity)
    .map((group) => (wanted === "" ? group : { ...group, findings: group.findings.filter(matches) }))
    .filter(({ findings }) => findings.length > 0);
}
