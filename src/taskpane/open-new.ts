import type { NewWorkbook } from "../ui/store/surroundings";

/** The workbooks come with the program, as text in chunks of their own, so that nothing is fetched from elsewhere. */
const WORKBOOKS: Readonly<Record<NewWorkbook, () => Promise<{ readonly default: string }>>> = {
  department: () => import(/* webpackChunkName: "new-department" */ "./new/department"),
  project: () => import(/* webpackChunkName: "new-project" */ "./new/project"),
  sample: () => import(/* webpackChunkName: "new-sample" */ "./new/sample"),
};

/** Opens a blank form or the sample as a new workbook; false where Excel refuses. */
export async function openNew(what: NewWorkbook): Promise<boolean> {
  try {
    const { default: workbook } = await WORKBOOKS[what]();
    await Excel.createWorkbook(workbook);
    return true;
  } catch {
    return false;
  }
}
