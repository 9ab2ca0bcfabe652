import { replayed } from "../../../src/app/output/replayed";

const derived = (score: number, formula: string, sha256 = "a") => ({
  check: { sha256, tables: [{ score }] },
  audit: { sha256, formulas: [{ cell: "I3", formula }] },
});

describe("[G18] what was derived anew beside what was sealed", () => {
  it("the hash of the file is none of it", () => {
    expect(replayed(derived(8, "=A1"), derived(8, "=A1", "b"))).toEqual({ differences: [], respelled: 0 });
  });

  it("a formula that another program spelled otherwise is counted, and is no difference", () => {
    const now = derived(8, "=IF(自评表!A1=0,FALSE(),1)", "b");
    expect(replayed(derived(8, "=IF('自评表'!A1=0,FALSE,1)"), now)).toEqual({ differences: [], respelled: 1 });
  });

  it("another formula, another number, and what is there no more are differences, each with its place", () => {
    const { differences, respelled } = replayed(derived(8, "=A1"), { ...derived(7, "=A2"), audit: { formulas: [{ cell: "I3", formula: "=A2" }] } }); // prettier-ignore
    expect(respelled).toBe(0);
    expect(differences).toEqual([
      { path: "check.tables.0.score", sealed: 8, now: 7 },
      { path: "audit.formulas.0.formula", sealed: "=A1", now: "=A2" },
    ]);
  });

  it("a text that only begins like a formula is compared letter by letter", () => {
    const now = { note: "= 见附件 1" };
    expect(replayed({ note: "=见附件 1" }, now).differences).toHaveLength(1);
  });
});
