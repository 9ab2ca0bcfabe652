import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { useShell } from "./shell-styles";

export interface PageFrameProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly onBack: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page on top of a tab: ← and Esc lead back. */
export function PageFrame({ title, subtitle, onBack, foot, children }: PageFrameProps) {
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  const head = useRef<HTMLElement>(null);
  useEffect(() => head.current?.querySelector("button")?.focus(), []);
  return (
    <>
      <header ref={head} className={s.pageHead}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={w.back} title={w.back} onClick={onBack} />
        <h1 className={mergeClasses(s.name, s.cut)} style={{ paddingLeft: 0 }}>
          {title}
        </h1>
        {subtitle !== undefined && <span className={mergeClasses(l.quiet, s.cut)}>{subtitle}</span>}
      </header>
      <main className={s.main} tabIndex={-1}>
        {children}
      </main>
      {foot !== undefined && <div className={s.foot}>{foot}</div>}
    </>
  );
}
