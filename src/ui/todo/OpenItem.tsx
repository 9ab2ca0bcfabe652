import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { ruleDetails } from "../../app/pane/rule-details";
import type { QueueItem } from "../../app/pane/queue-item";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useLanguage, useWords } from "../i18n/words";
import { shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { Doing } from "./Doing";
import { Grounds } from "./Grounds";
import { Waiver } from "./Waiver";

const useStyles = makeStyles({
  also: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderRadius: tokens.borderRadiusMedium,
    padding: "0 6px",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
});

export interface OpenItemProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
}

/** One thing to do, always in this order: fact, arithmetic, standard with its source, field, buttons. */
export default function OpenItem({ item, state, store }: OpenItemProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const mayWrite = useMayWrite();
  const root = useRef<HTMLDivElement>(null);
  const review = shownReview(state);
  const { actions } = store;
  const details = useMemo(
    () =>
      review && item.table !== null && item.index !== null
        ? ruleDetails(review.review, item.table, item.index, lang)
        : null,
    [review, item, lang],
  );
  useEffect(() => {
    const element = root.current;
    const field = element?.querySelector<HTMLElement>("[data-field]") ?? element?.querySelector<HTMLElement>("button");
    element?.parentElement?.parentElement?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowDown") actions.openNext();
    else if (event.altKey && event.key === "ArrowUp") actions.openBefore();
    else if (event.key === "Escape") {
      const row = root.current?.parentElement?.parentElement?.querySelector<HTMLElement>("[data-row]");
      actions.open(null);
      row?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [first] = item.findings;
  const path = item.path.slice(0, -1).join(" › ");
  const mark = details?.fullMark != null ? [w.item.fullMark(details.fullMark)] : [];
  return (
    // The keys are those of the fields and buttons inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={l.tight} onKeyDown={onKeyDown}>
      <p className={mergeClasses(l.text, l.quiet)}>
        {[...(path === "" ? [] : [path]), ...mark].join(w.dot)}{" "}
        {item.others.map((kind) => (
          <span key={kind} className={s.also}>
            {w.queue.also(w.queue.kinds[kind])}
          </span>
        ))}
      </p>
      {item.findings.map(({ fingerprint, message, place }) => (
        <p key={fingerprint} className={l.text}>
          {message}
          {place !== null && <span className={l.quiet}> {w.report.at(place)}</span>}
        </p>
      ))}
      {details && SHOWS_ARITHMETIC.has(item.kind) && <Grounds details={details} />}
      {mayWrite && <Doing item={item} state={state} store={store} details={details} />}
      {first && <Waiver item={item} store={store} fingerprint={first.fingerprint} />}
    </div>
  );
}

const SHOWS_ARITHMETIC: ReadonlySet<QueueItem["kind"]> = new Set(["differs", "unexplained", "unscored", "lacking"]);
