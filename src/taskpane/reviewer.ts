import { answerReviews } from "../app/pane/answer-reviews";

/** The worker's entry. */
answerReviews(self);
