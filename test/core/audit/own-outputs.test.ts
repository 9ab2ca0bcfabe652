import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { auditBook } from "../../../src/core/audit/audit";
import { severityOf } from "../../../src/core/findings/catalogue";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { readBook } from "../../../src/host/xlsx/read/read-book";
import { applyPlan, calculated } from "../../support/apply-plan";

const FOLDER = path.join(__dirname, "../../workbooks");
const files = ["", "real"].flatMap(
  (sub) =>
  readdirSync(path.join(FOLDER, sub)).filter((name) => name.endsWith(".xlsx")).map((name) => path.join(sub, name)), // prettier-ignore
);

const suspicions = (book: WorkbookSnapshot): readonly string[] =>
  auditBook(book, review(book))
    .findings.filter(({ code }) => severityOf(code) !== "info")
    .map(({ code, at }) => `${code} ${at ? `${at.sheet}!${a1(at)}` : "-"}`);

describe("[G10] the audit suspects nothing of what Pinghe itself writes", () => {
  it("has tables to try", () => expect(files.length).toBeGreaterThan(12));

  it.each(files)("%s", (file) => {
    const book = readBook(new Uint8Array(readFileSync(path.join(FOLDER, file)))).snapshot;
    const before = new Set(suspicions(book));
    const { plan } = planReview(book, review(book), { lang: "zh", fillBlank: true });
    const copy = calculated(applyPlan(book, plan));
    expect(suspicions(copy).filter((one) => !before.has(one))).toEqual([]);
  });
});
