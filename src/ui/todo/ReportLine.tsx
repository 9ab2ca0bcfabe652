import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons";
import type { PaneReport } from "../../app/pane/pane-report";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  box: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`, fontSize: tokens.fontSizeBase200 },
  link: { minWidth: 0, maxWidth: "100%", display: "inline-flex", alignItems: "center", textAlign: "start" },
  count: { flexShrink: 0, whiteSpace: "pre" },
});

/** That a report lies beside the workbook, and what came of it. */
export function ReportLine({ report, onLook }: { readonly report: PaneReport; readonly onLook: () => void }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { file, counts } = report;
  return (
    <div className={s.box}>
      <Link as="button" className={s.link} onClick={onLook}>
        <span className={mergeClasses(l.cut)}>{w.led(w.queue.kinds.report, file)}</span>
        <span className={s.count}>{`${w.dot}${w.report.count(counts.error + counts.warning + counts.info)}`}</span>
        <ChevronRight16Regular />
      </Link>
    </div>
  );
}
