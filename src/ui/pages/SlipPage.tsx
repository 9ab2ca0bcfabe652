import { Button, Checkbox, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { Copy20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { reviewFigures, reviewLines } from "../../app/pane/review-lines";
import { slipLines, slipText, type SlipLine } from "../../app/pane/slip";
import type { PaneReview } from "../../app/pane/pane-review";
import { copyText } from "../common/copy-text";
import { useMayWrite } from "../common/may-write";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { PageFrame } from "../shell/PageFrame";

const useStyles = makeStyles({
  line: {
    display: "flex",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: 0,
  },
  top: { display: "flex", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  text: { width: "100%", marginTop: tokens.spacingVerticalXS },
});

export interface SlipPageProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly onBack: () => void;
}

/** What goes back to the unit: scores to correct, and what is to be supplied; a line can be left out or worded otherwise. */
export default function SlipPage({ state, store, review, onBack }: SlipPageProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const mayWrite = useMayWrite();
  const { actions } = store;
  const all = reviewLines(shownTables(state), shownQueue(state), review.round);
  const figures = reviewFigures(all);
  const lines = slipLines(all, shownQueue(state), lang);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen = lines
    .filter(({ key }) => !left.has(key))
    .map((line) => ({ ...line, text: texts.get(line.key) ?? line.text }));
  const copy = (): Promise<void> => copyText(slipText(w.slip.title, chosen), actions);
  const foot = (
    <>
      {mayWrite && (
        <Button appearance="primary" disabled={chosen.length === 0} onClick={() => void actions.returnSlip(chosen)}>
          {w.slip.write}
        </Button>
      )}
      <Button icon={<Copy20Regular />} disabled={chosen.length === 0} onClick={() => void copy()}>
        {w.slip.copy}
      </Button>
    </>
  );
  const turn = (key: string): void => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <PageFrame title={w.slip.title} subtitle={w.review.round(review.round)} onBack={onBack} foot={foot}>
      <div className={mergeClasses(l.padded)}>
        <div className={l.figures}>
          <Figure label={w.review.self} value={figures.self} />
          <Figure
            label={figures.grade === null ? w.review.soFar : w.review.score}
            value={`${figures.soFar} ${figures.grade ?? ""}`}
          />
          <Figure label={w.slip.listed} value={w.slip.lines(chosen.length)} />
        </div>
        {lines.length === 0 && <p className={l.text}>{w.slip.none}</p>}
      </div>
      {(["scores", "supply"] as const).map((group) => {
        const own = lines.filter((line) => line.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-label={w.slip[group]}>
            <h2 className={mergeClasses(l.head)} style={{ margin: 0, fontWeight: 600 }}>
              {w.slip[group]} <span className={l.quiet}>{w.slip.lines(own.length)}</span>
            </h2>
            {own.map((line) => (
              <Line
                key={line.key}
                line={line}
                text={texts.get(line.key) ?? line.text}
                isIn={!left.has(line.key)}
                onTurn={() => turn(line.key)}
                onText={(text) => setTexts(new Map(texts).set(line.key, text))}
              />
            ))}
          </section>
        );
      })}
      <p className={mergeClasses(l.text, l.quiet, l.padded)}>{w.slip.hint}</p>
    </PageFrame>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  const l = useLayout();
  return (
    <div className={l.figure}>
      <span className={l.figureLabel}>{label}</span>
      <span className={l.figureValue}>{value}</span>
    </div>
  );
}

interface LineProps {
  readonly line: SlipLine;
  readonly text: string;
  readonly isIn: boolean;
  readonly onTurn: () => void;
  readonly onText: (text: string) => void;
}

function Line({ line: { cells, name, fact }, text, isIn, onTurn, onText }: LineProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  return (
    <div className={s.line}>
      <Checkbox checked={isIn} aria-label={`${cells} ${name}`} onChange={onTurn} />
      <div className={l.grow}>
        <div className={s.top}>
          <span className={l.cell}>{cells}</span>
          <span className={l.cut}>{name}</span>
          <span className={l.number}>{fact}</span>
        </div>
        <Textarea
          className={s.text}
          size="small"
          rows={2}
          resize="vertical"
          aria-label={`${w.slip.text} ${cells}`}
          value={text}
          disabled={!isIn}
          onChange={(_, { value }) => onText(value)}
        />
      </div>
    </div>
  );
}
