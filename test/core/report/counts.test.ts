import { contradictions, lines } from "./read";

describe("[I22] as many as are listed", () => {
  it.each([
    ["a list behind a colon", "内设4个股室：办公室、保管股、业务股、信息股。", "holds 4个股室: 4"],
    ["the last two joined by 和", "下辖3个单位，分别为监测站、执法大队和培训中心。", "holds 3个单位: 2"],
    ["a number in Chinese, the list before it", "从投入、过程、产出、效果等四个方面开展自评。", "holds 4个方面: 4"],
    ["points 一是 to 三是", "采取三项措施：一是加强管理；二是完善制度；三是强化监督。", "holds 3项措施: 3"],
  ])("holds: %s", (_, text, expected) => expect(lines(text)).toContain(expected));

  it.each([
    ["a name too many", "内设4个股室：办公室、保管股、业务股、信息股、财务股。", ["contradicts 4个股室: 5"]],
    ["a name missing", "内设5个股室：办公室、保管股、业务股、信息股。", ["contradicts 5个股室: 4"]],
    ["a point missing", "采取四项措施：一是加强管理；二是完善制度；三是强化监督。\n二、其他", ["contradicts 4项措施: 3"]],
    ["an aspect too many", "从投入、过程、产出、效果等三个方面开展自评。", ["contradicts 3个方面: 4"]],
    ["等 leaves the list open", "覆盖红星村、柳林村、三岔村等15个村。", []],
    ["等 at the end leaves it open", "涉及5个乡镇，包括城关镇、东山镇、西河镇等。", []],
    ["other words for what is counted", "全市11个县（市、区）、12个乡镇（街道、园区）参加。", []],
    ["a sentence behind the colon", "主要做了3项工作：加强管理，完善制度、强化监督，提高效率。", []],
    ["where a list before its number begins nobody knows", "区政府、区财政局高度重视预算编制、执行、监督等三个环节。", []],
  ])("%s", (_, text, expected) => expect(contradictions(text)).toEqual(expected));
}); // prettier-ignore
