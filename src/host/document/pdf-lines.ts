/** A piece of text as a page of a PDF prints it: its left end on the base line, how wide and how high, in points. */
export interface PrintedPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A gap of this share of the height separates words; of twice as much and more, columns. */
const WORD_GAP = 0.3;
const SAME_LINE = 0.5;

/** The lines of a page from top to bottom, each from left to right: a piece belongs to the line whose base it stands on. */
export function printedLines(pieces: readonly PrintedPiece[]): readonly string[] {
  const down = pieces.filter(({ text }) => text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: PrintedPiece[][] = [];
  for (const piece of down) {
    const line = lines.at(-1);
    const first = line?.[0];
    const isSame = first && Math.abs(first.y - piece.y) <= SAME_LINE * Math.max(first.height, piece.height);
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineText);
}

function lineText(line: readonly PrintedPiece[]): string {
  let text = "";
  let end: number | null = null;
  for (const piece of [...line].sort((a, b) => a.x - b.x)) {
    const gap = end === null ? 0 : piece.x - end;
    if (gap > WORD_GAP * piece.height && !/\s$/.test(text)) text += " ";
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}
