import { Button, mergeClasses, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { Notice } from "../pane-state";
import { noticeText } from "../shell/NoticeBar";
import { useShell } from "../shell/shell-styles";

export interface WelcomeProps {
  readonly canOpenSample: boolean;
  readonly onBegin: () => void;
  readonly onSample: () => void;
  readonly notice: Notice | null;
}

/** The first run: three sentences, and straight to work. */
export function Welcome({ canOpenSample, onBegin, onSample, notice }: WelcomeProps) {
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
      {canOpenSample && (
        <Button appearance="secondary" onClick={onSample}>
          {w.start.sample}
        </Button>
      )}
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
