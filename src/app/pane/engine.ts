/**
 * Everything behind the pane that needs the core: loaded as one chunk of its own after the shell has painted. The pane
 * talks to the core through it.
 */
export { reviewBook, takesSetting } from "./pane-review";
export { reviewBeside } from "./review-beside";
export { hasTable, readPackBook, readPackFile, userPackChoice } from "./user-pack";
export { planOpinions } from "./opinions";
export { planChoice, planData, planReadOnly, planReason, planReturn, planWaiver, planWaiverTakenBack } from "./saves";
export { propose } from "./proposal";
export { clearedAnswer, holdsNumber, linkedAnswer, typedAnswer, typedNumber } from "./typed-answers";
export { planTyped, typedText } from "./typed-cells";
export { undoByCell } from "./undo-cells";
export { cleanSummary } from "./clean-summary";
export { patched } from "./patched";
export { packChoiceOf } from "./packs";
export { refusalText } from "../../core/plan/describe";
export { earlierRound, readEarlier } from "./earlier-file";
