import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Circle20Regular } from "@fluentui/react-icons";
import { groundsOf } from "../../app/pane/grounds";
import { packChoices } from "../../app/pane/packs";
import type { PaneReview } from "../../app/pane/pane-review";
import { useLayout } from "../common/layout";
import { useLanguage, useWords, type Messages } from "../i18n/words";
import { shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { PageFrame } from "../shell/PageFrame";
import { RuleFiles } from "./RuleFiles";
import { SettingsList } from "./SettingsList";

const useStyles = makeStyles({
  choice: {
    height: "auto",
    minHeight: "40px",
    paddingTop: "6px",
    paddingBottom: "6px",
    borderRadius: tokens.borderRadiusMedium,
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  sign: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  ground: {
    display: "flex",
    justifyContent: "space-between",
    minHeight: "28px",
    alignItems: "center",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

export interface RulesPageProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly onBack: () => void;
}

/** By which rules the workbook is judged: the packs that fit, files of one's own, settings, and what each mark rests on. */
export default function RulesPage({ state, store, review, onBack }: RulesPageProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const { actions } = store;
  const tables = shownTables(state);
  const kinds = new Set(tables.map(({ kind }) => kind));
  const { pack, isKept, offers } = review.rules;
  const own = state.choices.userPack;
  const offered = new Map(offers.map((offer) => [offer.pack, offer]));
  const packs = packChoices(lang)
    .filter(({ id, kind }) => kinds.has(kind) || offered.has(id) || id === pack?.id)
    .sort((a, b) => Number(offered.has(b.id)) - Number(offered.has(a.id)));
  const isNone = pack === null && !own;
  /** A pack that only the workbook has: it travels in its sheet 规则. */
  const travelling = !own && pack && !packChoices(lang).some(({ id }) => id === pack.id) ? pack : null;
  return (
    <PageFrame title={w.rules.title} subtitle={isKept ? w.rules.kept : w.rules.notKept} onBack={onBack}>
      <div className={l.padded}>
        <div role="radiogroup" aria-label={w.rules.title} className={l.tight}>
          {own && <Choice isChosen title={own.file} note={w.rules.inForce} onChoose={() => undefined} />}
          {travelling && (
            <Choice isChosen title={travelling.title} note={travelling.source} onChoose={() => undefined} />
          )}
          {packs.map(({ id, title, source }) => (
            <Choice
              key={id}
              isChosen={!own && pack?.id === id}
              title={title}
              note={[source, effectOf(offered.get(id), w)].filter(Boolean).join(w.dot)}
              onChoose={() => void actions.choosePack(id)}
            />
          ))}
          <Choice
            isChosen={isNone}
            title={w.rules.none}
            note={w.rules.noneHint}
            onChoose={() => void actions.choosePack(null)}
          />
        </div>
        <RuleFiles
          template={state.template}
          files={{ ...actions, judgeByTemplate: store.canReadFile ? actions.judgeByTemplate : null }}
        />
        <SettingsList settings={review.settings} onSetting={actions.chooseSetting} />
        <section aria-label={w.rules.grounds}>
          <h2 className={l.heading}>{w.rules.grounds}</h2>
          {groundsOf(tables).map(({ source, count, marks }) => (
            <div key={source} className={s.ground}>
              <span>{source === "none" ? w.states.notJudged : w.rules.source[source]}</span>
              <span className={l.number}>{w.rules.ground(count, marks)}</span>
            </div>
          ))}
        </section>
      </div>
    </PageFrame>
  );
}

const effectOf = (offer: PaneReview["rules"]["offers"][number] | undefined, w: Messages): string =>
  offer ? (offer.judged === "0" ? w.offer.covers(offer.covered) : w.offer.judges(offer.judged, offer.differing)) : "";

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly title: string;
  readonly note: string;
  readonly onChoose: () => void;
}

function Choice({ isChosen, title, note, onChoose }: ChoiceProps) {
  const l = useLayout();
  const s = useStyles();
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      className={mergeClasses(l.line, s.choice, isChosen && s.chosen)}
      onClick={() => !isChosen && onChoose()}
    >
      <span className={s.sign}>{isChosen ? <CheckmarkCircle20Filled /> : <Circle20Regular />}</span>
      <span className={l.grow}>
        <span>{title}</span>
        <span className={mergeClasses(l.quiet, l.text)} style={{ display: "block", fontWeight: "normal" }}>
          {note}
        </span>
      </span>
    </button>
  );
}
