import { Button } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { PaneReview } from "../../app/pane/pane-review";
import { ruleDetails, tryRule } from "../../app/pane/rule-details";
import { packChoices } from "../../app/pane/packs";
import type { IndicatorLine, TableSummary } from "../../app/pane/table-summary";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { OpinionCard } from "../review/OpinionCard";
import { IndicatorList } from "./IndicatorList";
import { RuleCard } from "./RuleCard";
import { SettingsCard } from "./SettingsCard";

export interface RulesSectionProps {
  readonly store: PaneStore;
  readonly state: PaneState;
  readonly review: PaneReview;
  readonly table: TableSummary;
}

/** Which rule judges the selected cell and how; without a selection the list of indicators, the pack and the settings. */
export default function RulesSection({ store, state, review, table }: RulesSectionProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const { actions } = store;
  const found = indicatorAt(review.tables, table, state.selected);
  const { line, table: owner } = found ?? { line: null, table };
  const details = useMemo(
    () => (line ? ruleDetails(review.review, owner.id, line.index, lang) : null),
    [review, owner, line, lang],
  );
  const chosen = state.choices.pack ?? state.choices.userPack ?? state.template;
  const place = state.habits.reviewer ? (line?.opinion ?? null) : null;
  const packs = useMemo(() => packChoices(lang).filter(({ kind }) => kind === table.kind), [lang, table.kind]);
  return (
    <div className={l.stack}>
      {line && details ? (
        <>
          <div>
            <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={actions.deselect}>
              {w.rules.back}
            </Button>
          </div>
          <RuleCard
            key={`${owner.id}:${line.index}`}
            details={details}
            settings={review.settings}
            onTry={(typed) => tryRule(review.review, owner.id, line.index, typed, lang)}
          />
          {place && (
            <OpinionCard
              key={`opinion:${owner.id}:${line.index}`}
              about={JSON.stringify([owner.id, ...line.path])}
              place={place}
              onPut={(score, words) =>
                actions.putOpinion({ table: owner.id, index: line.index, score, words }, place.cells)
              }
              onWriteFirst={() => void actions.propose(false)}
            />
          )}
        </>
      ) : (
        <>
          <SettingsCard
            packs={packs}
            pack={state.choices.pack}
            workbookPack={chosen ? null : (review.review.pack?.id ?? null)}
            userPack={state.choices.userPack}
            template={state.template}
            files={{ ...actions, judgeByTemplate: store.canReadFile ? actions.judgeByTemplate : null }}
            settings={review.settings}
            onPack={(pack) => void actions.choosePack(pack)}
            onSetting={actions.chooseSetting}
          />
          <IndicatorList
            indicators={table.indicators}
            reviewer={state.habits.reviewer}
            onPick={({ at }) => void actions.reveal(at)}
          />
        </>
      )}
    </div>
  );
}

interface FoundIndicator {
  readonly table: TableSummary;
  readonly line: IndicatorLine;
}

/** The indicator in whose rows the selected cell stands; where tables stand side by side, of the one that has its column. */
function indicatorAt(
  tables: readonly TableSummary[],
  shown: TableSummary,
  at: CellAddress | null,
): FoundIndicator | null {
  if (!at) return null;
  const found = tables
    .filter(({ sheet }) => sheet === at.sheet)
    .flatMap((table) =>
      table.indicators
        .filter(({ rows: [first, last] }) => at.row >= first && at.row <= last)
        .map((line) => ({ table, line })),
    );
  const inColumns = found.find(({ table: { range } }) => at.column >= range.left && at.column <= range.right);
  return inColumns ?? found.find(({ table }) => table.id === shown.id) ?? found[0] ?? null;
}
