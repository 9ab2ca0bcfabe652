import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useMemo } from "react";
import { passportOf, type Passport } from "../../app/pane/passport";
import type { PaneReview } from "../../app/pane/pane-review";
import type { QueueItem } from "../../app/pane/queue-item";
import { speakOf } from "../../app/pane/role-choices";
import { a1, type CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { PageFrame } from "../shell/PageFrame";
import { CellFormula } from "./CellFormula";
import { CellGrounds } from "./CellGrounds";
import { CellNeighbours } from "./CellNeighbours";

const RoleField = lazy(() => import(/* webpackChunkName: "role" */ "../todo/RoleField"));

const useStyles = makeStyles({
  values: {
    display: "grid",
    gridTemplateColumns: "1fr 1fr 1fr",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "center",
  },
  value: {
    padding: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: "anywhere",
    ":not(:first-child)": { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  links: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS },
});

export interface CellPageProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly onBack: () => void;
}

/** Whatever is selected has an answer: what it was read as, its values, its formula, and what it rests on. */
export default function CellPage({ state, store, review, onBack }: CellPageProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const { selected } = state;
  const passport = useMemo(() => selected && passportOf(review, selected, lang), [review, selected, lang]);
  if (!passport)
    return (
      <PageFrame title={w.cell.title} onBack={onBack}>
        <p className={mergeClasses(l.text, l.padded)}>{w.cell.none}</p>
      </PageFrame>
    );
  const name = [passport.role, passport.line?.name].filter(Boolean).join(w.dot);
  return (
    <PageFrame title={a1(passport.at)} subtitle={name} onBack={onBack}>
      <Account passport={passport} state={state} store={store} review={review} />
    </PageFrame>
  );
}

function Account({ passport, state, store, review }: Omit<CellPageProps, "onBack"> & { readonly passport: Passport }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { at, whose, why, line, kind, value, precedents, dependents } = passport;
  const reveal = (to: CellAddress): void => void store.actions.reveal(to);
  const owner = { yours: w.cell.yours, ours: w.cell.ours, outside: w.cell.outside }[whose];
  const mark = line?.fullMark == null ? [] : [w.item.fullMark(line.fullMark)];
  const items = state.queue.filter(
    (item) => item.at?.sheet === at.sheet && item.at.row === at.row && item.at.column === at.column,
  );
  const mayWrite = useMayWrite();
  const open = mayWrite ? state.queue.flatMap((item) => roleAt(item, at))[0] : undefined;
  return (
    <div className={l.padded}>
      <p className={mergeClasses(l.text, l.quiet)}>
        {[w.cell.path([at.sheet, ...(line?.path.slice(0, -1) ?? [])]), ...mark, owner].join(w.dot)}
      </p>
      {why && <p className={l.text}>{why.understood ? why.text : w.cell.notUnderstood(why.text)}</p>}
      {open && (
        <Suspense fallback={null}>
          <RoleField key={open.item.key} {...open} store={store} save={w.cell.save} onSaved={() => undefined} />
        </Suspense>
      )}
      <div className={s.values}>
        <Value
          label={w.cell.held}
          value={{ formula: w.cell.formula, constant: kindText(passport, w.cell.constant), blank: w.cell.blank }[kind]}
        />
        <Value label={w.cell.excel} value={kind === "blank" ? w.figures.none : value} />
        <Value label={w.cell.recomputed} value={line?.recomputed ?? w.figures.none} />
      </div>
      <CellFormula passport={passport} items={items} store={store} />
      <CellGrounds line={line} review={review} />
      <CellNeighbours title={w.cell.precedents} cells={precedents} onReveal={reveal} />
      <CellNeighbours title={w.cell.dependents} cells={dependents} onReveal={reveal} />
      {items.length > 0 && (
        <section className={l.tight} aria-label={w.cell.todo}>
          <h2 className={l.subheading}>{w.cell.todo}</h2>
          <div className={s.links}>
            {items.map((item) => (
              <Link
                as="button"
                key={item.key}
                onClick={() => {
                  store.actions.tab("todo");
                  store.actions.open(item.key);
                }}
              >
                {w.queue.kinds[item.kind]} {item.name}
              </Link>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** What a person may say of the cell, whichever cell of its column or block the item stands at (SPEC Z13). */
const roleAt = (item: QueueItem, at: CellAddress) =>
  item.findings.flatMap(({ remedy }) =>
    remedy?.do === "role" && speakOf(remedy.choices, at) ? [{ item, choices: remedy.choices }] : [],
  );

const kindText = ({ value }: Passport, constant: string): string => (value.length > 12 ? constant : value);

function Value({ label, value }: { readonly label: string; readonly value: string }) {
  const l = useLayout();
  const s = useStyles();
  return (
    <div className={s.value}>
      <div className={l.quiet}>{label}</div>
      <strong>{value.length > 40 ? `${value.slice(0, 40)}…` : value}</strong>
    </div>
  );
}
