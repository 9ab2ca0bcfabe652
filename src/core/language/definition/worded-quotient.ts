const TERM = "[^\\s=＝:：,，。;；×*÷/+与和同占]{2,40}";
const QUOTIENT = new RegExp(
  `(?<=[=＝]\\s*)(?<top>${TERM})(?:占(?<whole>${TERM}?)的(?:比例|比重|比率|百分比|份额)|[与和同](?<base>${TERM}?)(?:之比|的(?:比率|比例|比值|比重)))(?=\\s*(?:[×*xX]\\s*100\\s*[%％])?\\s*(?:[。;；\\n\\r]|$))`,
);

/**
 * A formula that puts its one division in words (率=甲占乙的比例, 率=甲与乙的比率), with the sign in their place; null where the
 * text has none such. Words are not computed by (SPEC D6); what they say can still be held against an official formula (M15).
 */
export function wordedQuotientInSigns(text: string): string | null {
  const found = QUOTIENT.exec(text);
  if (!found?.groups) return null;
  const { top = "", whole, base } = found.groups;
  const signed = `（${top}）/（${whole ?? base ?? ""}）`;
  return text.slice(0, found.index) + signed + text.slice(found.index + found[0].length);
}
