import { Button } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { NewWorkbooks } from "./NewWorkbooks";
import type { StartProps } from "./Welcome";

/** Nothing was read yet: the first page was skipped, or the first reading called off. */
export function NotRead({ onBegin, onNew }: Pick<StartProps, "onBegin" | "onNew">) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.card}>
      <p className={l.text}>{w.start.notRead}</p>
      <div>
        <Button appearance="primary" onClick={onBegin}>
          {w.start.begin}
        </Button>
      </div>
      {onNew && <NewWorkbooks onNew={onNew} />}
    </section>
  );
}
