const LONGEST = 60;

/** A quotation short enough for a message. */
export const excerpt = (text: string, longest = LONGEST): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
