import type { ReturnSlip } from "./return-slip";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `@page{size:A4 landscape;margin:15mm}body{font:10.5pt/1.6 "SimSun","Songti SC","Noto Serif CJK SC",serif;margin:0 auto;max-width:267mm;color:#000}h1{font-size:16pt;text-align:center;margin:0 0 6mm}p{margin:0 0 2mm}table{border-collapse:collapse;width:100%;margin:4mm 0}th,td{border:1px solid #000;padding:1.5mm 2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}thead{display:table-header-group}tr{break-inside:avoid}td:first-child{text-align:center}footer{display:flex;gap:10mm;margin-top:8mm}footer span{flex:1}`; // prettier-ignore
/** Shares of the page: number, place, indicator, content, answer. */
const WIDTHS = [5, 15, 16, 36, 28];

/**
 * The slip as a page to print: it fetches nothing, runs nothing, and no text of a workbook is anything but text in it.
 * The same slip gives the same page.
 */
export function slipPage({ title, lines, head, rows, foot }: ReturnSlip, lang: string): string {
  const cells = (row: readonly string[], tag: "td" | "th"): string =>
    `<tr>${row.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;
  return [
    `<!doctype html>\n<html lang="${escaped(lang)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    `<table><colgroup>${WIDTHS.map((width) => `<col style="width:${width}%">`).join("")}</colgroup>`,
    `<thead>${cells(head, "th")}</thead>`,
    `<tbody>${rows.map((row) => cells(row, "td")).join("\n")}</tbody></table>`,
    `<footer>${foot.map((field) => `<span>${escaped(field)}</span>`).join("")}</footer></body></html>\n`,
  ].join("\n");
}
