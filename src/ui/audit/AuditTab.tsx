import { Button, Link, makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { auditView, type AuditView } from "../../app/pane/audit-view";
import type { PaneReview } from "../../app/pane/pane-review";
import type { CellAddress } from "../../core/workbook/address";
import { useMayWrite } from "../common/may-write";
import { useLayout } from "../common/layout";
import { StateBar } from "../common/StateBar";
import { useLanguage, useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { AuditGrounds } from "./AuditGrounds";
import { AuditLines } from "./AuditLines";
import { CellBar } from "./CellBar";
import { CauseLine } from "./Causes";
import { FormulaMap } from "./FormulaMap";

const useStyles = makeStyles({
  tab: { rowGap: tokens.spacingVerticalL },
  counts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
});

export interface AuditTabProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
}

/** An auditor's work: every cell and every formula accounted for, beside what it was judged by. */
export default function AuditTab({ state, store, review }: AuditTabProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const { actions } = store;
  const mayWrite = useMayWrite();
  const view = useMemo(
    () => auditView(review, shownTables(state).map(({ id }) => id), lang),
    // It follows from the review and the choice of table alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [review, state.table, lang],
  ); // prettier-ignore
  const reveal = (at: CellAddress): void => void actions.reveal(at);
  const hasOpen = shownQueue(state).some(({ kind }) => kind === "notUnderstood");
  const showOpen = (): void => {
    actions.tab("todo");
    actions.filter("notUnderstood");
  };
  return (
    <div className={mergeClasses(l.padded, s.tab)}>
      <Cells cells={view.cells} onOpen={hasOpen ? showOpen : null} />
      <Marks tables={shownTables(state)} />
      <Formulas formulas={view.formulas} onReveal={reveal} />
      <Compared groups={view.compared} onReveal={reveal} />
      <section className={l.tight} aria-label={w.audit.causes}>
        <h2 className={l.heading}>{w.audit.causes}</h2>
        {view.causes.length === 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.audit.noCauses}</p>}
        {view.causes.map((cause) => (
          <CauseLine key={cause.key} cause={cause} onReveal={reveal} />
        ))}
      </section>
      <AuditGrounds store={store} review={review} grounds={view.grounds} onRules={() => actions.page("rules")} />
      {mayWrite && (
        <div>
          <Button disabled={state.work !== null} onClick={() => void actions.writeAudit()}>
            {w.audit.write}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Roles with their counts, which add up to the filled cells; `onOpen` shows what was not understood under 待办. */
function Cells({ cells, onOpen }: { readonly cells: AuditView["cells"]; readonly onOpen: (() => void) | null }) {
  const l = useLayout();
  const w = useWords();
  const { filled, roles, shares, unused, notUnderstood, setAside, outside } = cells;
  const others = [
    { words: w.audit.unused, count: unused },
    { words: w.audit.unread, count: notUnderstood },
  ].filter(({ count }) => count > 0);
  return (
    <section className={l.tight} aria-label={w.audit.cells}>
      <div className={mergeClasses(l.row, l.between, l.baseline, l.wrap)}>
        <h2 className={l.heading}>{`${w.audit.cells} ${filled}`}</h2>
        {notUnderstood > 0 && onOpen ? (
          <Link as="button" onClick={onOpen}>
            {w.audit.notUnderstood(notUnderstood)}
          </Link>
        ) : (
          <span className={l.quiet}>{w.audit.understood(filled - notUnderstood, filled)}</span>
        )}
      </div>
      <CellBar shares={shares} />
      <details>
        <summary className={l.quiet}>{w.audit.byRole}</summary>
        <Counts counts={[...roles, ...others]} />
      </details>
      {outside > 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.audit.outside(outside)}</p>}
      {setAside.length > 0 && <p className={l.text}>{w.audit.setAside(w.list(setAside))}</p>}
    </section>
  );
}

function Counts({ counts }: { readonly counts: readonly { readonly words: string; readonly count: number }[] }) {
  const l = useLayout();
  const s = useStyles();
  return (
    <ul className={mergeClasses(l.plainList, l.quiet, s.counts)}>
      {counts.map(({ words, count }) => (
        <li key={words}>
          {words} <strong>{count}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The marks of each table by state. */
function Marks({ tables }: { readonly tables: PaneReview["tables"] }) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.tight} aria-label={w.audit.states}>
      <h2 className={l.heading}>{w.audit.states}</h2>
      {tables.map(({ id, sheet, states }) => (
        <div key={id} className={l.tight}>
          <div className={mergeClasses(l.row, l.between, l.baseline, l.wrap)}>
            <span>{tables.length > 1 ? `${sheet} ${states.full}` : states.full}</span>
            <span className={l.quiet}>{w.audit.judged(states.judged)}</span>
          </div>
          <StateBar shares={states.shares} />
        </div>
      ))}
    </section>
  );
}

interface FormulasProps {
  readonly formulas: AuditView["formulas"];
  readonly onReveal: (at: CellAddress) => void;
}

function Formulas({ formulas: { all, agreeing, counts, groups, maps }, onReveal }: FormulasProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.tight} aria-label={w.audit.formulas}>
      <div className={mergeClasses(l.row, l.between, l.baseline, l.wrap)}>
        <h2 className={l.heading}>{`${w.audit.formulas} ${all}`}</h2>
        {all > 0 && <span className={l.quiet}>{w.audit.agreeing(agreeing)}</span>}
      </div>
      {all === 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.audit.noFormulas}</p>}
      {maps.map((map) => (
        <FormulaMap key={map.table} map={map} isNamed={maps.length > 1} />
      ))}
      {agreeing < all && <Counts counts={counts} />}
      {groups.length > 0 && (
        <details>
          <summary>{w.audit.notAgreeing(all - agreeing)}</summary>
          <AuditLines title={w.audit.formulas} groups={groups} onReveal={onReveal} />
        </details>
      )}
    </section>
  );
}

interface ComparedProps {
  readonly groups: AuditView["compared"];
  readonly onReveal: (at: CellAddress) => void;
}

function Compared({ groups, onReveal }: ComparedProps) {
  const l = useLayout();
  const w = useWords();
  const [isAll, setIsAll] = useState(false);
  const differing = groups
    .map((group) => ({ ...group, lines: group.lines.filter(({ differs }) => differs) }))
    .filter(({ lines }) => lines.length > 0);
  const count = (of: AuditView["compared"]): number => of.reduce((sum, { lines }) => sum + lines.length, 0);
  const shown = isAll ? groups : differing;
  return (
    <section className={l.tight} aria-label={w.audit.compare}>
      <div className={mergeClasses(l.row, l.wrap)}>
        <h2 className={l.heading}>{w.audit.compare}</h2>
        <ToggleButton size="small" shape="circular" checked={!isAll} onClick={() => setIsAll(false)}>
          {`${w.audit.onlyDiffering} ${count(differing)}`}
        </ToggleButton>
        <ToggleButton size="small" shape="circular" checked={isAll} onClick={() => setIsAll(true)}>
          {`${w.audit.all} ${count(groups)}`}
        </ToggleButton>
      </div>
      {shown.length === 0 ? (
        <p className={mergeClasses(l.text, l.quiet)}>{w.audit.nothing}</p>
      ) : (
        <AuditLines title={w.audit.compare} groups={shown} onReveal={onReveal} />
      )}
    </section>
  );
}
