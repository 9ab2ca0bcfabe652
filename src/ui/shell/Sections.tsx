import { CounterBadge, Tab, TabList } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Section } from "../pane-state";
import { useShell } from "./shell-styles";

const SECTIONS: readonly Section[] = ["overview", "findings", "data", "rules"];

export interface SectionsProps {
  readonly section: Section;
  readonly errors: number;
  readonly onSection: (section: Section) => void;
}

export function Sections({ section, errors, onSection }: SectionsProps) {
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  return (
    <nav className={s.tabs} aria-label={w.product}>
      <TabList
        size="small"
        className={l.wrap}
        selectedValue={section}
        onTabSelect={(_, { value }) => {
          const chosen = SECTIONS.find((one) => one === value);
          if (chosen) onSection(chosen);
        }}
      >
        {SECTIONS.map((one) => (
          <Tab key={one} value={one}>
            {w.sections[one]}
            {one === "findings" && errors > 0 && (
              <>
                {" "}
                <CounterBadge size="small" color="danger" count={errors} overflowCount={99} />
              </>
            )}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
