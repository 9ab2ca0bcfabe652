import { randomSource } from "../support/random-source";

/**
 * Random formulas over a small sheet, the same for the same seed. They keep clear of what LibreOffice is known
 * to do in another way than Excel (see libreoffice.ts; also the rank of a number that is not in the list, wildcards that
 * there match the digits of a number, empty cells that COUNTIFS with "<>" leaves out there, 1811.5 shown as 1811%),
 * not of anything hard.
 */
export interface RandomSheet {
  /** Values from A1 on; null is an empty cell. */
  readonly rows: readonly (readonly (number | string | null)[])[];
  readonly formulas: readonly string[];
}

const ROWS = 12;
const NUMBERS = ["A", "B", "C"];
const TEXTS = ["优", "良", "中", "差", "在职人员控制率", "abc", "ABC", "a*c", "12", "5%", "x 1", ""];

export function randomSheet(seed: number, count: number): RandomSheet {
  const random = randomSource(seed);
  const int = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[int(list.length)] as T;

  const number = (): number => {
    const kind = int(6);
    if (kind === 0) return int(200) - 50;
    if (kind === 1) return (int(2000) + 0.5) / 10 ** int(3);
    if (kind === 2) return int(100_000) / 1000;
    if (kind === 3) return -int(1000) / 100;
    return kind === 4 ? int(101) / 100 : int(30);
  };
  // Columns: A–C numbers with some blanks, D texts with some blanks, E a mixture.
  const rows = Array.from({ length: ROWS }, () => [
    ...NUMBERS.map(() => (int(8) === 0 ? null : number())),
    int(6) === 0 ? null : pick(TEXTS.slice(0, 7)),
    int(3) === 0 ? pick(TEXTS.slice(0, 6)) : int(4) === 0 ? null : number(),
  ]);

  const cell = (columns: readonly string[]): string => `${pick(columns)}${int(ROWS) + 1}`;
  const range = (columns: readonly string[]): string => {
    const column = pick(columns);
    const [a, b] = [int(ROWS) + 1, int(ROWS) + 1];
    return `${column}${Math.min(a, b)}:${column}${Math.max(a, b)}`;
  };
  const whole = (column: string): string => `${column}1:${column}${ROWS}`;
  const literal = (): string => {
    const value = number();
    return value < 0 ? `(${value})` : String(value);
  };

  const num = (depth: number): string => {
    if (depth <= 0) return int(3) === 0 ? literal() : cell(NUMBERS);
    const a = (): string => num(depth - 1);
    return pick<() => string>([
      () => `(${a()}+${a()})`,
      () => `(${a()}-${a()})`,
      () => `${a()}*${a()}`,
      () => `${a()}/${a()}`,
      () => `ROUND(${a()},${int(5) - 1})`,
      () => `ROUNDUP(${a()},${int(4)})`,
      () => `ROUNDDOWN(${a()},${int(4) - 1})`,
      () => `ABS(${a()})`,
      () => `INT(${a()})`,
      () => `MAX(${a()},${a()},0)`,
      () => `MIN(${a()},${range(NUMBERS)})`,
      () => `SUM(${range([...NUMBERS, "E"])},${a()})`,
      () => `COUNT(${range([...NUMBERS, "D", "E"])})`,
      () => `COUNTA(${range(["D", "E"])})`,
      () => `COUNTBLANK(${range(["A", "D", "E"])})`,
      () => `AVERAGE(${range(["A", "E"])})`,
      () => `MEDIAN(${whole(pick(NUMBERS))})`,
      () => `LARGE(${whole("A")},${int(4) + 1})`,
      () => `SMALL(${whole("B")},${int(4) + 1})`,
      () => `RANK(LARGE(${whole("A")},${int(6) + 1}),${whole("A")})`,
      () => `COUNTIF(${range(["D"])},${criterion()})`,
      () => `COUNTIF(${range(["A", "E"])},${order()})`,
      () => `SUMIF(${whole("D")},${criterion()},${whole("A")})`,
      () => `SUMIFS(${whole("A")},${whole("B")},${order()},${whole("C")},${order()})`,
      () => `COUNTIFS(${whole("D")},"${pick(["优", "良", "a*", "在*", "?"])}",${whole("B")},${order()})`,
      () => `AVERAGEIF(${whole("B")},${order()},${whole("C")})`,
      () => `SUMPRODUCT(${whole("A")},${whole("B")})`,
      () => `SUMPRODUCT((${whole("D")}=${text(0)})*(${whole("A")}${comparison()}${literal()}))`,
      () => `SUMPRODUCT((${whole("A")}${comparison()}${whole("B")})*1)`,
      () => `IF(${logical(depth - 1)},${a()},${a()})`,
      () => `IFERROR(${a()},${literal()})`,
      () => `CHOOSE(${int(3) + 1},${a()},${a()},${a()})`,
      () => `LEN(${text(depth - 1)})`,
      () => `N(${cell(["A", "D", "E"])})`,
      () => `MATCH(${cell(["D"])},${whole("D")},0)`,
      () => `INDEX(${whole("A")},${int(ROWS) + 1})`,
      () => `VLOOKUP(${cell(["A"])},A1:C${ROWS},${int(3) + 1},FALSE)`,
      () => `LOOKUP(${a()},{0,60,80,90},{1,2,3,4})`,
      () => `SQRT(ABS(${a()}))`,
      () => `MOD(${int(500)},${int(20) + 1})`,
      () => `-${a()}`,
      () => `${a()}%`,
      () => `CEILING(${int(1000)},${int(20) + 1})`,
      () => `FLOOR(${int(1000)},${int(20) + 1})`,
      () => `ROWS(${range(NUMBERS)})`,
      () => `SUBTOTAL(${pick([9, 1, 2, 3, 4, 5, 109])},${range(NUMBERS)})`,
      () => `PRODUCT(${range(["A"])})`,
      () => `FIND("a",${text(depth - 1)})`,
      () => `SEARCH("${pick(["a", "b?", "优", "*c"])}",${text(depth - 1)})`,
    ])();
  };
  const comparison = (): string => pick(["<", "<=", ">", ">=", "=", "<>"]);
  const order = (): string => `"${comparison()}${literal().replace(/[()]/g, "")}"`;
  const criterion = (): string =>
    pick<() => string>([order, () => `"${pick(["优", "良", "a*", "?", "在*", "<>优"])}"`, literal])();
  const logical = (depth: number): string => {
    if (depth <= 0) return pick<() => string>([() => `${cell(NUMBERS)}${comparison()}${literal()}`, () => `ISNUMBER(${cell(["D", "E"])})`, () => `ISBLANK(${cell(["D", "E"])})`, () => `ISTEXT(${cell(["D", "E"])})`])(); // prettier-ignore
    return pick<() => string>([
      () => `AND(${logical(depth - 1)},${logical(depth - 1)})`,
      () => `OR(${logical(depth - 1)},${logical(depth - 1)})`,
      () => `NOT(${logical(depth - 1)})`,
      () => `${num(depth - 1)}${comparison()}${num(depth - 1)}`,
      () => `${text(depth - 1)}=${text(depth - 1)}`,
      () => `ISERROR(${num(depth - 1)})`,
      () => `EXACT(${text(depth - 1)},${text(depth - 1)})`,
    ])();
  };
  const text = (depth: number): string => {
    if (depth <= 0) return int(2) === 0 ? cell(["D"]) : `"${pick(TEXTS)}"`;
    return pick<() => string>([
      () => `${text(depth - 1)}&${text(depth - 1)}`,
      () => `LEFT(${text(depth - 1)},${int(4)})`,
      () => `RIGHT(${text(depth - 1)},${int(4)})`,
      () => `MID(${text(depth - 1)},${int(3) + 1},${int(4)})`,
      () => `SUBSTITUTE(${text(depth - 1)},"${pick(["a", "优", "1"])}","_")`,
      () => `TRIM(${text(depth - 1)})`,
      () => `REPT(${text(depth - 1)},${int(3)})`,
      () => `TEXT(${cell(NUMBERS)},"${pick(["0.00", "0.00%", "#,##0.00", "0", "0.0#"])}")`,
      () => `IF(${logical(depth - 1)},${text(depth - 1)},"")`,
      () => `CONCATENATE(${text(depth - 1)},${int(50)},${text(depth - 1)})`,
      () => `T(${cell(["D", "E"])})`,
      () => `INDEX(${whole("D")},${int(ROWS) + 1})&""`,
    ])();
  };
  const formulas = Array.from({ length: count }, () => `=${pick([num, num, num, logical, text])(int(4))}`);
  return { rows, formulas };
}
