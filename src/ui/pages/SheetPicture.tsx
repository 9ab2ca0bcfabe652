import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  picture: { display: "flex", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  block: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderTop: `8px solid ${tokens.colorNeutralStroke1}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  added: {
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    borderTop: `8px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  tabs: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200 },
  tab: {
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: "1px 8px",
    color: tokens.colorBrandForeground1,
  },
});

export interface SheetPictureProps {
  readonly own: string;
  readonly added: { readonly headers: readonly string[]; readonly columns: string };
  readonly sheets: readonly string[];
}

/** The sheet in small: the unit's columns, and beside them what is added. */
export function SheetPicture({ own, added, sheets }: SheetPictureProps) {
  const s = useStyles();
  const w = useWords();
  return (
    <>
      <div className={s.picture}>
        <div className={s.block}>{w.write.yours(own)}</div>
        <div className={mergeClasses(s.block, s.added)}>{w.write.added(added.headers.length, added.columns)}</div>
      </div>
      {sheets.length > 0 && (
        <div className={s.tabs}>
          {sheets.map((sheet) => (
            <span key={sheet} className={s.tab}>
              + {sheet}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
