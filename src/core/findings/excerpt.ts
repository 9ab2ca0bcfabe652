const LONGEST = 60;

/** A quotation short enough for a message. */
export const excerpt = (text: string, longest = LONGEST): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** An excerpt in quotation marks; those within it become the inner ones, as print has it: “‘三公’经费6.50万元”. */
export const quotation = (text: string): string => `“${excerpt(text).replaceAll("“", "‘").replaceAll("”", "’")}”`;
