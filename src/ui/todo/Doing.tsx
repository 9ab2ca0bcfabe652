import type { QueueItem } from "../../app/pane/queue-item";
import type { RuleDetails } from "../../app/pane/rule-details";
import { useWords } from "../i18n/words";
import { shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { Lacking } from "./Lacking";
import { Mend } from "./Mend";
import { TypedText } from "./TypedText";

interface DoingProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly details: RuleDetails | null;
}

/** The field and the buttons of a kind. */
export function Doing({ item, state, store, details }: DoingProps) {
  const w = useWords();
  const { actions } = store;
  const review = shownReview(state);
  const place = item.table !== null && item.index !== null ? review?.reasons.get(item.table)?.[item.index] : undefined;
  // What is due to one indicator never goes into a cell that several share.
  const recomputed = details?.sharesScore ? null : (details?.recomputed ?? null);
  const canScore = item.at !== null && recomputed !== null;
  const propose = (text: string) => ({ label: text, act: () => actions.score(item, recomputed ?? "") });
  switch (item.kind) {
    case "unexplained":
      return (
        <TypedText
          item={item}
          store={store}
          label={w.item.reason}
          cell={place?.cell ?? ""}
          save={w.item.save}
          chips={insertsOf(details)}
          onSave={(text) => actions.reason(item, place?.cell ?? "", text)}
          {...(canScore ? { proposal: propose(w.item.change(recomputed)) } : {})}
        />
      );
    case "differs":
      return (
        <TypedText
          item={item}
          store={store}
          label={details?.typed != null ? w.item.keep(details.typed) : w.item.reason}
          cell={place?.cell ?? ""}
          save={w.item.keepNext}
          chips={[]}
          onSave={(text) => actions.reason(item, place?.cell ?? "", text)}
          {...(canScore ? { proposal: propose(w.item.change(recomputed)), leads: true } : {})}
        />
      );
    case "unscored":
      return (
        <TypedText
          item={item}
          store={store}
          label={w.item.score}
          cell={item.cell}
          save={w.item.save}
          chips={[]}
          number
          onSave={(text) => actions.score(item, text)}
          {...(recomputed !== null ? { proposal: propose(w.item.fill(recomputed)) } : {})}
        />
      );
    case "lacking":
      return <Lacking item={item} state={state} store={store} />;
    default:
      return <Mend item={item} store={store} />;
  }
}

/** Known facts that a reason may take in with one press. */
const insertsOf = (details: RuleDetails | null): readonly string[] =>
  details?.definition?.value != null ? [details.definition.value] : [];
