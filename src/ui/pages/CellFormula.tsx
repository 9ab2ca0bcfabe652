import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Passport } from "../../app/pane/passport";
import type { QueueItem } from "../../app/pane/queue-item";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

const useStyles = makeStyles({
  tag: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderRadius: tokens.borderRadiusMedium,
    padding: "0 6px",
  },
});

export interface CellFormulaProps {
  readonly passport: Passport;
  readonly items: readonly QueueItem[];
  readonly store: PaneStore;
}

/** The verdict of a cell, both results, its formula, and the one that is due or why none can be told. */
export function CellFormula({ passport, items, store }: CellFormulaProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { formula, wanted, whyNone, verdict, results, judged } = passport;
  const overwritten = items.find(({ findings }) => findings.some(({ code }) => code === "formula-overwritten"));
  const remedy = overwritten?.findings.map((one) => one.remedy).find((one) => one?.do === "put");
  return (
    <>
      {(verdict ?? judged) !== null && (
        <div>
          <span className={s.tag}>{verdict ? w.audit.verdicts[verdict] : judged}</span>
        </div>
      )}
      {results && (
        <p className={mergeClasses(l.text, l.quiet)}>
          {[w.led(w.cell.isolated, results.isolated), w.led(w.cell.chain, results.chain)].join(w.dot)}
        </p>
      )}
      {formula !== null && (
        <section className={l.tight} aria-label={w.cell.formula}>
          <h2 className={l.subheading}>{wanted === null ? w.cell.formula : w.cell.inCell}</h2>
          <pre className={l.formula}>{formula}</pre>
        </section>
      )}
      {wanted !== null && (
        <section className={l.tight} aria-label={w.cell.wanted}>
          <h2 className={l.subheading}>{w.cell.wanted}</h2>
          <pre className={l.formula}>{wanted}</pre>
          {overwritten && remedy?.do === "put" && (
            <div>
              <Button size="small" onClick={() => void store.actions.mend(overwritten, remedy)}>
                {w.item.restore}
              </Button>
            </div>
          )}
        </section>
      )}
      {wanted === null && whyNone !== null && (
        <p className={mergeClasses(l.text, l.quiet)}>{w.led(w.cell.noFormula, whyNone)}</p>
      )}
    </>
  );
}
