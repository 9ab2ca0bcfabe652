import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Regular,
  DocumentText20Regular,
  EyeOff20Regular,
  Lightbulb20Regular,
  Warning20Regular,
} from "@fluentui/react-icons";
import type { PaneReport } from "../../app/pane/pane-report";
import type { PaneReview } from "../../app/pane/pane-review";
import { FileButton } from "../common/FileButton";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import { FactLine } from "../shell/FactLine";
import { PageFrame } from "../shell/PageFrame";

/** Those of old documents too, since it is told what to do with them. */
const ENDINGS = ".docx,.pdf,.txt,.docm,.dotx,.doc,.wps";

const useStyles = makeStyles({
  offers: { margin: 0, paddingLeft: "28px", listStyleType: "none", display: "grid", rowGap: tokens.spacingVerticalS },
});

export interface ReportPageProps {
  readonly store: PaneStore;
  /** Null before the workbook was read. */
  readonly review: PaneReview | null;
  readonly onBack: () => void;
}

/** The narrative report beside the workbook: which one, how much of it was examined, and the way to what was found. */
export default function ReportPage({ store, review, onBack }: ReportPageProps) {
  const l = useLayout();
  const w = useWords();
  const { actions } = store;
  const report = review?.report ?? null;
  const toTodo = (): void => {
    // What it says is here on the page.
    if (store.getState().notice?.kind === "report-read") actions.dismissNotice();
    actions.tab("todo");
    actions.filter("report");
  };
  return (
    <PageFrame title={w.report.title} onBack={onBack}>
      <div className={l.padded}>
        {report && <Told report={report} onTodo={toTodo} onData={() => actions.tab("data")} />}
        <div className={mergeClasses(l.row, l.wrap)}>
          {store.canReadReport && (
            <FileButton
              label={report ? w.report.replace : w.report.choose}
              accept={ENDINGS}
              onFile={actions.layReport}
            />
          )}
          {report && (
            <Button size="small" onClick={() => void actions.removeReport()}>
              {w.report.remove}
            </Button>
          )}
        </div>
        <p className={mergeClasses(l.text, l.quiet)}>{w.report.about}</p>
      </div>
    </PageFrame>
  );
}

interface ToldProps {
  readonly report: PaneReport;
  readonly onTodo: () => void;
  readonly onData: () => void;
}

function Told({ report, onTodo, onData }: ToldProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { file, coverage, hasNumbers, counts, lost, offers } = report;
  const found = counts.error + counts.warning + counts.info;
  return (
    <>
      <FactLine icon={<DocumentText20Regular />} title={file} note={coverage} />
      {found > 0 ? (
        <div className={l.tight}>
          <FactLine icon={<Warning20Regular />} title={w.report.found(found)} warns />
          <div>
            <Button size="small" appearance="primary" onClick={onTodo}>
              {w.report.toTodo}
            </Button>
          </div>
        </div>
      ) : (
        <FactLine icon={<CheckmarkCircle20Regular />} title={hasNumbers ? w.report.none : w.report.nothing} />
      )}
      {lost.length > 0 && <FactLine icon={<EyeOff20Regular />} title={w.report.lost} note={w.list(lost)} warns />}
      {offers.length > 0 && (
        <div className={l.tight}>
          <FactLine icon={<Lightbulb20Regular />} title={w.report.offers} note={w.report.offersNote} />
          <ul className={s.offers}>
            {offers.map(({ quantity, number, quote, place }) => (
              <li key={quantity}>
                <p className={l.text}>
                  <strong>{w.led(quantity, number)}</strong> <span className={l.quiet}>{place}</span>
                </p>
                <p className={mergeClasses(l.text, l.quiet)}>{w.report.quoted(quote)}</p>
              </li>
            ))}
          </ul>
          <div>
            <Link as="button" onClick={onData}>
              {w.report.toData} ›
            </Link>
          </div>
        </div>
      )}
    </>
  );
}
