import { decisive, type Exact } from "../model/exact";

export type Grade = "优" | "良" | "中" | "差";

/**
 * 90（含）–100 优, 80（含）–90 良, 60（含）–80 中, below 60 差 (财预〔2020〕10号): half-open intervals
 * on the unrounded total of 100 marks, so that 89.5 has a grade too. What only the arithmetic of doubles keeps below a
 * bound (89.99999999999999, shown 90) is at it.
 */
export function gradeOf(sum: Exact): Grade {
  const total = decisive(sum);
  if (total.compare(90) >= 0) return "优";
  if (total.compare(80) >= 0) return "良";
  return total.compare(60) >= 0 ? "中" : "差";
}
