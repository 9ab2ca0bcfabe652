import { Button, Checkbox, makeStyles, mergeClasses } from "@fluentui/react-components";
import {
  MathFormula20Regular,
  ShieldCheckmark20Regular,
  Table20Regular,
  TableAdd20Regular,
  Warning20Filled,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { Proposal } from "../../app/pane/proposal";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Work } from "../pane-state";
import { FactLine } from "../shell/FactLine";
import { PageFrame } from "../shell/PageFrame";
import { PlanTable } from "./PlanTable";
import { SheetPicture } from "./SheetPicture";

const useStyles = makeStyles({
  refusals: { margin: 0, paddingLeft: "1.4em" },
});

export interface WritePageProps {
  readonly proposal: Proposal;
  readonly work: Work | null;
  readonly onFillBlank: (fillBlank: boolean) => void;
  readonly onConfirm: () => void;
  readonly onRules: () => void;
  readonly onBack: () => void;
}

/** What 写入 does, told in a few lines before it is done; nothing is written without this page. */
export default function WritePage({ proposal, work, onFillBlank, onConfirm, onRules, onBack }: WritePageProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [fillBlank, setFillBlank] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { rows, hidden, refusals, fatal, result, summary } = proposal;
  const { own, added, updated, sheets, formulas, names, rules, blanked } = summary;
  const isEmpty = result.plan.steps.length === 0;
  const stops = blanked > 0;
  const write = (
    <Button
      appearance={stops ? "secondary" : "primary"}
      disabled={isEmpty || fatal || work !== null}
      onClick={onConfirm}
    >
      {work?.progress
        ? `${w.writing} ${work.progress.done}/${work.progress.total}`
        : stops
          ? w.write.anyway
          : w.write.confirm}
    </Button>
  );
  const foot = (
    <>
      {stops && (
        <Button appearance="primary" onClick={onRules}>
          {w.write.blankingBack}
        </Button>
      )}
      {write}
      <Button onClick={onBack}>{isEmpty || fatal ? w.close : w.cancel}</Button>
    </>
  );
  return (
    <PageFrame title={w.write.title} subtitle={w.write.subtitle} onBack={onBack} foot={foot}>
      <div className={l.padded}>
        {stops && <FactLine icon={<Warning20Filled />} warns title={w.write.blanking(blanked)} />}
        {isEmpty && !fatal && <p className={l.text}>{w.write.nothing}</p>}
        {!isEmpty && (
          <>
            {added.headers.length > 0 && (
              <SheetPicture own={own.columns} added={added} sheets={sheets.map(({ name }) => name)} />
            )}
            <FactLine
              icon={<ShieldCheckmark20Regular />}
              title={w.write.untouched(own.cells)}
              note={w.write.printArea}
            />
            {added.headers.length > 0 && (
              <FactLine
                icon={<TableAdd20Regular />}
                title={w.write.columns(added.headers.length)}
                note={w.list(added.headers)}
              />
            )}
            {updated > 0 && <FactLine icon={<Table20Regular />} title={w.write.updated(updated)} />}
            {sheets.length > 0 && (
              <FactLine
                icon={<Table20Regular />}
                title={w.write.sheets(sheets.length)}
                note={sheets.map(({ name }) => name).join(w.dot)}
              />
            )}
            <FactLine
              icon={<MathFormula20Regular />}
              title={w.write.counts(formulas, names, rules)}
              note={w.write.lives}
            />
          </>
        )}
        {refusals.length > 0 && (
          <section aria-label={w.write.refused(refusals.length)}>
            <h2 className={l.subheading}>{w.write.refused(refusals.length)}</h2>
            <ul className={s.refusals}>
              {refusals.map((text, index) => (
                <li key={index} className={l.text}>
                  {text}
                </li>
              ))}
            </ul>
          </section>
        )}
        {!fatal && (
          <Checkbox
            label={w.write.fillBlank}
            checked={fillBlank}
            disabled={work !== null}
            onChange={(_, { checked }) => {
              setFillBlank(checked === true);
              onFillBlank(checked === true);
            }}
          />
        )}
        {rows.length > 0 && (
          <>
            <div>
              <Button size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                {w.write.eachCell(rows.length)}
              </Button>
            </div>
            {unfolded && <PlanTable rows={rows} hidden={hidden} />}
            <p className={mergeClasses(l.text, l.quiet)}>{w.write.undoable}</p>
          </>
        )}
      </div>
    </PageFrame>
  );
}
