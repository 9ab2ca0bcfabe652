import { Button, mergeClasses, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { Notice } from "../pane-state";
import { noticeText } from "../shell/NoticeBar";
import { useShell } from "../shell/shell-styles";
import type { NewWorkbook } from "../store/surroundings";
import { NewWorkbooks } from "./NewWorkbooks";

export interface StartProps {
  readonly onBegin: () => void;
  readonly onSkip: () => void;
  /** Null where Excel can open no new workbook for us. */
  readonly onNew: ((what: NewWorkbook) => void) | null;
  readonly notice: Notice | null;
}

/** The first run: three sentences, and straight to work. */
export function Welcome({ onBegin, onSkip, onNew, notice }: StartProps) {
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  const lang = useLanguage();
  return (
    <main className={s.page}>
      <h1 className={s.name}>{w.product}</h1>
      <p className={mergeClasses(l.text, l.big)}>{w.start.welcome}</p>
      <ol className={mergeClasses(l.tight, s.points)}>
        {w.start.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <Button appearance="primary" onClick={onBegin}>
        {w.start.begin}
      </Button>
      <Button appearance="subtle" onClick={onSkip}>
        {w.start.skip}
      </Button>
      {onNew && <NewWorkbooks onNew={onNew} />}
      <div role="status">
        {notice && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{noticeText(notice, w, lang)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </main>
  );
}
