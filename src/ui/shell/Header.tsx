import { Button, mergeClasses, Tab, TabList } from "@fluentui/react-components";
import { ArrowClockwise20Regular, MoreHorizontal20Regular } from "@fluentui/react-icons";
import { lazy, Suspense } from "react";
import { TABS, type Tab as TabName } from "../../app/pane/pane-memory";
import { useIsSmall } from "../common/small";
import { useWords, type Messages } from "../i18n/words";
import { shownReview, shownTables, type Page, type PaneState } from "../pane-state";
import { useShell } from "./shell-styles";

const ChoiceMenu = lazy(() =>
  import(/* webpackChunkName: "menus" */ "./Menus").then((menus) => ({ default: menus.ChoiceMenu })),
);
const MoreMenu = lazy(() =>
  import(/* webpackChunkName: "menus" */ "./Menus").then((menus) => ({ default: menus.MoreMenu })),
);

export interface HeaderProps {
  readonly state: PaneState;
  readonly onTable: (table: string | null) => void;
}

/** Which table is looked at; where there are several, all of them or one. */
export function Header({ state, onTable }: HeaderProps) {
  const s = useShell();
  const w = useWords();
  const tables = shownReview(state)?.tables ?? [];
  const shown = shownTables(state);
  const [first] = shown;
  if (!first || tables.length <= 1) {
    return (
      <header className={s.header}>
        <h1 className={mergeClasses(s.name, s.cut)}>{first?.sheet ?? w.product}</h1>
        <p className={mergeClasses(s.about, s.cut)}>{about(first ?? null, w)}</p>
      </header>
    );
  }
  const title = shown.length > 1 ? w.tables(shown.length) : first.sheet;
  return (
    <header className={s.header}>
      <h1 className={mergeClasses(s.name, s.cut, s.pressable)}>
        <Suspense fallback={title}>
          <ChoiceMenu
            label={`${w.chooseTable} ${title}`}
            shown={title}
            chosen={state.table ?? ALL}
            choices={[
              { value: ALL, text: w.tables(tables.length) },
              ...tables.map(({ id, sheet }) => ({ value: id, text: sheet })),
            ]}
            onChoose={(chosen) => onTable(chosen === ALL ? null : chosen)}
          />
        </Suspense>
      </h1>
      <p className={mergeClasses(s.about, s.cut)}>{about(shown.length > 1 ? null : first, w)}</p>
    </header>
  );
}

const ALL = "*";

const about = (
  table: { readonly year: number | null; readonly kind: "department" | "project" } | null,
  w: Messages,
): string => (table ? [...(table.year === null ? [] : [w.year(table.year)]), w.kinds[table.kind]].join(w.dot) : "");

export interface TabsProps {
  readonly state: PaneState;
  /** By tab; only 待办 and the open tab carry one. */
  readonly counts: Readonly<Partial<Record<TabName, string>>>;
  readonly onTab: (tab: TabName) => void;
  readonly onRead: () => void;
  readonly onPage: (page: Page) => void;
}

export function Tabs({ state, counts, onTab, onRead, onPage }: TabsProps) {
  const s = useShell();
  const w = useWords();
  const isSmall = useIsSmall();
  const isBusy = state.phase.status === "reading" || (state.work !== null && state.work.kind !== "saving");
  const text = (tab: TabName) => (
    <>
      {w.tabs[tab]}
      {counts[tab] !== undefined && <span className={s.count}> {counts[tab]}</span>}
    </>
  );
  const choose = (chosen: unknown): void => {
    const tab = TABS.find((one) => one === chosen);
    if (tab) onTab(tab);
  };
  const titles = {
    rules: w.rules.title,
    report: w.report.title,
    changes: w.changes.title,
    slip: w.slip.title,
    clean: w.clean.button,
    options: w.preferences.title,
  };
  const more = PAGES.map((page) => ({ key: page, text: titles[page], onPress: () => onPage(page) }));
  return (
    <nav className={mergeClasses(s.tabs, isSmall && s.stuck)} aria-label={w.tabsLabel}>
      {isSmall ? (
        <div className={s.tabList}>
          <Suspense fallback={text(state.tab)}>
            <ChoiceMenu
              shown={text(state.tab)}
              chosen={state.tab}
              choices={TABS.map((tab) => ({ value: tab, text: w.tabs[tab] }))}
              onChoose={choose}
            />
          </Suspense>
        </div>
      ) : (
        <TabList
          size="small"
          className={s.tabList}
          selectedValue={state.tab}
          onTabSelect={(_, { value }) => choose(value)}
        >
          {TABS.map((tab) => (
            <Tab key={tab} value={tab} className={s.tab}>
              {text(tab)}
            </Tab>
          ))}
        </TabList>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowClockwise20Regular />}
        aria-label={w.read}
        title={w.read}
        disabled={isBusy}
        onClick={onRead}
      />
      <Suspense
        fallback={
          <Button appearance="subtle" size="small" icon={<MoreHorizontal20Regular />} aria-label={w.more} disabled />
        }
      >
        <MoreMenu label={w.more} items={more} />
      </Suspense>
    </nav>
  );
}

const PAGES = ["rules", "report", "changes", "slip", "clean", "options"] as const;
