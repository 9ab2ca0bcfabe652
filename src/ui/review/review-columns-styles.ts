import { makeStyles, tokens } from "@fluentui/react-components";

/** The widths of 自评, 复算 and 复核, which head and rows share. */
export const useReviewColumns = makeStyles({
  number: {
    width: "42px",
    textAlign: "end",
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    "@media (max-width: 300px)": { width: "34px" },
  },
  reviewed: {
    width: "52px",
    textAlign: "end",
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 300px)": { width: "42px" },
  },
});
