import department from "../../assets/templates/department.xlsx";
import project from "../../assets/templates/project.xlsx";
import sample from "../../assets/samples/heshan-2021-self-evaluation.xlsx";
import type { NewWorkbook } from "../ui/store/surroundings";

const WORKBOOKS: Readonly<Record<NewWorkbook, { readonly name: string; readonly address: string }>> = {
  sample: { name: "示例-部门整体支出自评表.xlsx", address: sample },
  department: { name: "部门整体支出绩效自评表.xlsx", address: department },
  project: { name: "项目支出绩效自评表.xlsx", address: project },
};

/** The workbooks that come with the program, as files: nothing is fetched. */
export function sampleFile(what: NewWorkbook): { readonly name: string; readonly bytes: Uint8Array } {
  const { name, address } = WORKBOOKS[what];
  const text = atob(address.slice(address.indexOf(",") + 1));
  return { name, bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) };
}
