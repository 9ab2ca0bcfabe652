/** A report as it is to be printed, whatever it is printed as: every text is plain text. */
export interface DraftDocument {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

export type DraftBlock =
  | { readonly is: "title" | "heading" | "text"; readonly text: string }
  | { readonly is: "table"; readonly table: DraftTable };

export interface DraftTable {
  readonly head: readonly string[];
  /** Shares of the page's width, which make 1. */
  readonly shares: readonly number[];
  /** Null: covered by a cell above that goes over several rows. */
  readonly rows: readonly (readonly (DraftCell | null)[])[];
}

export interface DraftCell {
  readonly text: string;
  readonly rowSpan: number;
}

export const text = (of: string): DraftBlock => ({ is: "text", text: of });
export const heading = (of: string): DraftBlock => ({ is: "heading", text: of });

/** What a person has to write, since the workbook does not say it. */
export const gap = (what: string): string => `${GAP}${what}】`;

const GAP = "【待填：";

/** How many gaps there are to fill, in tables too. */
export function gapsIn({ blocks }: DraftDocument): number {
  const texts = blocks.flatMap((block) =>
    block.is === "table" ? block.table.rows.flatMap((row) => row.map((cell) => cell?.text ?? "")) : [block.text],
  );
  return texts.reduce((sum, one) => sum + one.split(GAP).length - 1, 0);
}
