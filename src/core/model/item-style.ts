import { compact } from "./text";

const STYLES: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["—", /^[-•·●○◆■]+(?=[\u4e00-\u9fff])/],
  ["一、", /^[一二三四五六七八九十]{1,3}[、.]/],
  ["(一)", /^\([一二三四五六七八九十]{1,3}\)/],
  ["1.", /^\d{1,2}[、.)](?!\d)/],
  ["(1)", /^\(\d{1,2}\)/],
  ["①", /^[①-⑳]/],
];

/** How an item of a list is set apart from the line above: by a dash, or by what numbering; null where it is not. */
export const itemStyle = (text: string): string | null =>
  STYLES.find(([, pattern]) => pattern.test(compact(text)))?.[0] ?? null;
