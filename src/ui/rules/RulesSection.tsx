import { Button } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { PaneReview } from "../../app/pane/pane-review";
import { ruleDetails, tryRule } from "../../app/pane/rule-details";
import { packChoices } from "../../app/pane/packs";
import type { IndicatorLine, TableSummary } from "../../app/pane/table-summary";
import type { CellAddress } from "../../core/model/address";
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
  const line = indicatorAt(table, state.selected);
  const details = useMemo(
    () => (line ? ruleDetails(review.review, table.id, line.index, lang) : null),
    [review, table, line, lang],
  );
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
            key={`${table.id}:${line.index}`}
            details={details}
            settings={review.settings}
            onTry={(typed) => tryRule(review.review, table.id, line.index, typed, lang)}
          />
          {place && (
            <OpinionCard
              key={`opinion:${table.id}:${line.index}:${JSON.stringify(place)}`}
              place={place}
              onPut={(score, words) =>
                actions.putOpinion({ table: table.id, index: line.index, score, words }, place.cells)
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
            ownPack={state.choices.ownPack}
            template={state.template}
            files={{ ...actions, judgeByTemplate: store.canReadFile ? actions.judgeByTemplate : null }}
            settings={review.settings}
            onPack={(pack) => void actions.choosePack(pack)}
            onSetting={(key, value) => void actions.chooseSetting(key, value)}
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

/** The indicator in whose rows the selected cell stands. */
function indicatorAt({ sheet, indicators }: TableSummary, at: CellAddress | null): IndicatorLine | null {
  if (at?.sheet !== sheet) return null;
  return indicators.find(({ rows: [first, last] }) => at.row >= first && at.row <= last) ?? null;
}
