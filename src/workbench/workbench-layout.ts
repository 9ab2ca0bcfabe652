import { makeStyles, tokens } from "@fluentui/react-components";

/** The pane keeps the width that it has in Excel on the web. */
const PANE_WIDTH = "360px";

export const useLayout = makeStyles({
  page: { display: "flex", height: "100vh", overflow: "hidden" },
  book: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  pane: { width: PANE_WIDTH, flexShrink: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke1}`, overflow: "hidden" },
  toolbar: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    flexWrap: "wrap",
  },
  space: { flexGrow: 1 },
  files: { display: "flex", alignItems: "center", overflowX: "auto", flexShrink: 0 },
  notice: { flexShrink: 0 },
  formulaBar: {
    display: "flex",
    columnGap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    flexShrink: 0,
  },
  address: { width: "96px" },
  content: { flexGrow: 1 },
  sheets: { display: "flex", alignItems: "center", flexShrink: 0, overflowX: "auto", minHeight: "32px" },
  sum: {
    marginLeft: "auto",
    padding: `0 ${tokens.spacingHorizontalM}`,
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  empty: { margin: "auto", color: tokens.colorNeutralForeground2 },
});
