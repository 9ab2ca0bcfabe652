import department from "../../assets/templates/department.xlsx";
import project from "../../assets/templates/project.xlsx";
import worked from "../../assets/samples/project-2020.xlsx";
import sample from "../../assets/samples/heshan-2021-self-evaluation.xlsx";
import type { NewWorkbook } from "../ui/store/surroundings";

/** `worked` is shown first: its marks can all be recomputed once its rules are taken. */
export type Sample = NewWorkbook | "worked";

const WORKBOOKS: Readonly<Record<Sample, { readonly name: string; readonly address: string }>> = {
  sample: { name: "示例-部门整体支出自评表.xlsx", address: sample },
  worked: { name: "示例-项目支出自评表.xlsx", address: worked },
  department: { name: "部门整体支出绩效自评表.xlsx", address: department },
  project: { name: "项目支出绩效自评表.xlsx", address: project },
};

/** The workbooks that come with the program, as files: nothing is fetched. */
export function sampleFile(what: Sample): { readonly name: string; readonly bytes: Uint8Array } {
  const { name, address } = WORKBOOKS[what];
  const text = atob(address.slice(address.indexOf(",") + 1));
  return { name, bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) };
}
