import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowRight16Regular,
  CheckmarkCircle20Regular,
  CommentNote20Regular,
  DatabaseWarning20Regular,
  EditLineHorizontal320Regular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { TableSummary } from "../../app/pane/table-summary";
import { nextTodo, type TodoKind } from "../../app/todo";
import { a1, type CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const KINDS: readonly TodoKind[] = ["unscored", "unexplained", "lacking"];

const ICONS: Readonly<Record<TodoKind, ReactElement>> = {
  unscored: <EditLineHorizontal320Regular />,
  unexplained: <CommentNote20Regular />,
  lacking: <DatabaseWarning20Regular />,
};

const useStyles = makeStyles({
  line: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    width: `calc(100% + 2 * ${tokens.spacingHorizontalS})`,
  },
  icon: { display: "flex", color: tokens.colorNeutralForeground2 },
  /** In a pane zoomed to 200 % the count stands below. */
  kind: { flexBasis: "6em" },
  count: { fontWeight: tokens.fontWeightSemibold },
  next: { overflow: "hidden" },
  nextWord: { whiteSpace: "nowrap" },
  nextName: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightRegular,
  },
});

export interface MissingCardProps {
  readonly table: TableSummary;
  readonly selected: CellAddress | null;
  readonly onNext: () => void;
  readonly onKind: (kind: TodoKind) => void;
}

/** 还差: what must still be done, with the marks it holds up, and one button that leads from one place to the next. */
export function MissingCard({ table, selected, onNext, onKind }: MissingCardProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { todos, missing } = table;
  const next = nextTodo(todos, selected);
  return (
    <section className={l.card} aria-label={w.todo.title}>
      <h2 className={l.heading}>{w.todo.title}</h2>
      <ul className={l.plainList}>
        {KINDS.map((kind) => {
          const { count, marks } = missing[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                className={mergeClasses(l.line, l.wrap, s.line)}
                disabled={count === 0}
                onClick={() => onKind(kind)}
              >
                <span className={s.icon}>{count === 0 ? <CheckmarkCircle20Regular /> : ICONS[kind]}</span>
                <span className={mergeClasses(l.grow, s.kind)}>{w.todo.kinds[kind]}</span>
                <span className={mergeClasses(l.number, count > 0 && s.count)}>
                  {count === 0 ? w.todo.none : w.todo.line(count, marks)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {next ? (
        <Button
          appearance="primary"
          className={s.next}
          icon={<ArrowRight16Regular />}
          iconPosition="after"
          onClick={onNext}
        >
          <span className={s.nextWord}>{w.todo.next}</span>
          <span className={s.nextName}>&ensp;{w.todo.nextAt(a1(next.at), next.name)}</span>
        </Button>
      ) : (
        <p className={l.text}>{w.todo.done}</p>
      )}
    </section>
  );
}
