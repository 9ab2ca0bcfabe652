import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Scales20Regular } from "@fluentui/react-icons";
import type { PaneReview } from "../../app/pane/pane-review";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";
import { shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";

const useStyles = makeStyles({
  box: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  card: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  row: { display: "flex", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

export interface OfferCardProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
}

/** Usual rules that a person may take: nothing counts by them until then. */
export function OfferCard({ state, store, review }: OfferCardProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const mayWrite = useMayWrite();
  const { actions } = store;
  const [offer, ...others] = review.rules.offers;
  if (!offer || state.template || state.choices.userPack) return null;
  const { judged, covered, differing, title, document, pack, certain } = offer;
  const hasNone = shownTables(state).every(({ states }) => states.judged === "0");
  return (
    <div className={s.box}>
      <section className={mergeClasses(l.card, s.card)} aria-label={w.item.usual}>
        <div className={s.row}>
          <Scales20Regular className={s.icon} />
          <div className={l.tight}>
            <h2 className={l.heading}>{hasNone ? w.offer.title : w.offer.titleSome}</h2>
            <p className={l.text}>
              {w.offer.takes(title)}
              <strong>{judged === "0" ? w.offer.covers(covered) : w.offer.judges(judged, differing)}</strong>
            </p>
            <p className={mergeClasses(l.text, l.quiet)}>
              {w.offer.note(document)}
              {!certain && `${w.dot}${w.offer.unsure}`}
            </p>
            <div className={mergeClasses(l.row, l.wrap)}>
              <Button size="small" onClick={() => void actions.choosePack(pack)}>
                {w.offer.take}
              </Button>
              <Button size="small" onClick={() => actions.page("rules")}>
                {w.offer.look}
              </Button>
              {mayWrite && (
                <Button size="small" appearance="subtle" onClick={() => void actions.declineOffers()}>
                  {w.offer.decline}
                </Button>
              )}
            </div>
            {others.length > 0 && (
              <Link as="button" onClick={() => actions.page("rules")}>
                {w.offer.others(others.length)}
              </Link>
            )}
          </div>
        </div>
      </section>
    </div>
  );
}
