/** Cells on the clipboard: lines of values parted by tabs, quoted where a value holds a tab, a quote or a line break. */
export function toClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads what Excel, WPS or another table put there; a last line break is none of the content. */
export function fromClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { value, end } = readValue(text, at);
    rows.at(-1)?.push(value);
    if (end >= text.length) return rows;
    if (text.charAt(end) === "\t") at = end + 1;
    else {
      at = end + (text.startsWith("\r\n", end) ? 2 : 1);
      if (at >= text.length) return rows;
      rows.push([]);
    }
  }
}

function readValue(text: string, from: number): { readonly value: string; readonly end: number } {
  if (text.charAt(from) === '"') {
    const closed = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(from));
    if (closed) return { value: (closed[1] ?? "").replaceAll('""', '"'), end: from + closed[0].length };
  }
  const rest = /[\t\r\n]/.exec(text.slice(from));
  const end = rest ? from + rest.index : text.length;
  return { value: text.slice(from, end), end };
}
