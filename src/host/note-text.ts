/** What a note says: Excel puts its author's name in front of it, which says nothing about the cell. */
export function saidInNote(text: string, author: string | undefined): string {
  const written = text.trim();
  const lead = author ? [`${author}:`, `${author}：`].find((name) => written.startsWith(name)) : undefined;
  return written.slice(lead?.length ?? 0).trim();
}
