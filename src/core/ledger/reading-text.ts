import { decimalText, decimalPlaces, ratio, type Exact } from "../model/exact";
import type { ExaminedReading } from "../review.types";
import type { DateReading } from "../targets/date";
import type { TargetReading } from "../targets/read";

const shown = (number: Exact): string => decimalText(number, decimalPlaces(number));

/** What a target or an actual value was read as; null for a blank cell. */
export function examinedReading(reading: TargetReading): ExaminedReading | null {
  const text = readingText(reading);
  return text === null ? null : { text, numbers: numbersIn(reading) };
}

function numbersIn(reading: TargetReading): readonly Exact[] {
  switch (reading.kind) {
    case "blank":
    case "words":
      return [];
    case "date":
      return [reading.year ?? 0, reading.month, reading.day ?? 0].map((part) => ratio(part));
    case "range":
      return [reading.low, reading.high];
    case "number":
      return [reading.number];
  }
}

/** In one line: ≥95%, 3–5个, 9月30日. */
function readingText(reading: TargetReading): string | null {
  switch (reading.kind) {
    case "blank":
      return null;
    case "words":
      return reading.text;
    case "date":
      return dateText(reading);
    case "range":
      return `${shown(reading.low)}–${shown(reading.high)}${reading.unit?.name ?? ""}`;
    case "number":
      return `${reading.operator ?? ""}${shown(reading.number)}${reading.unit?.name ?? ""}`;
  }
}

const dateText = ({ year, month, day, before }: DateReading): string =>
  `${year === null ? "" : `${year}年`}${month}月${day === null ? "" : `${day}日`}${before ? "前" : ""}`;
