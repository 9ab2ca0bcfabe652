import { contradictions, lines } from "./read";

describe("[I22] what an amount is made of", () => {
  it.each([
    ["the parts make the whole", "支出30万元，其中甲10万元、乙20万元。", ["holds 30万元 = 10万元 + 20万元"]],
    ["the unit of the parts is another one", "支出0.3亿元，其中甲1000万元、乙20,000,000元。", ["holds 0.3亿元 = 1000万元 + 20,000,000元"]],
    ["the list is parted by semicolons", "支出30万元，其中：甲10万元；乙20万元。", ["holds 30万元 = 10万元 + 20万元"]],
    ["the list ends at the semicolon", "支出30万元，其中甲10万元、乙20万元；结余5万元。", ["holds 30万元 = 10万元 + 20万元"]],
    ["the list runs past the full stop", "支出30万元。其中：甲10万元。乙15万元；丙5万元。", ["holds 30万元 = 10万元 + 15万元 + 5万元"]],
    ["what stands beside the whole is no part of it", "基本支出100万元，其中人员经费80万元，公用经费20万元，项目支出50万元。", ["holds 100万元 = 80万元 + 20万元"]],
    ["a nested list is skipped", "支出100万元，其中：甲80万元，其中甲一50万元、甲二30万元，乙20万元。", ["holds 80万元 = 50万元 + 30万元", "holds 100万元 = 80万元 + 20万元"]],
    ["a list within the brackets of an item", "经费71.24万元。其中：出国0万元；用车58.12万元（其中：购置0万元，运行58.12万元）；接待13.12万元。", ["holds 71.24万元 = 0万元 + 58.12万元 + 13.12万元"]],
    ["brackets hold a list", "到位资金100万元（中央60万元、省级40万元）。", ["holds 100万元 = 60万元 + 40万元"]],
    ["the nearer amount is meant", "年初预算50万元，全年预算48万元，其中：甲30万元、乙18万元。", ["holds 48万元 = 30万元 + 18万元"]],
    ["the farther amount is meant", "争取上级资金500万元，完成投资300万元，其中中央资金400万元、省级资金100万元。", ["holds 500万元 = 400万元 + 100万元"]],
    ["one of two numbers in each item is the part", "预算数100万元，其中：甲项目预算60万元，支出55万元；乙项目预算40万元，支出38万元。", ["holds 100万元 = 60万元 + 40万元"]],
    ["changes against the year before belong to their item", "支出100万元，其中：甲60万元，比上年增加5万元；乙40万元，比上年减少2万元。", ["holds 100万元 = 60万元 + 40万元"]],
    ["thousands are parted by blanks", "支出预算9876.54万元，其中：社会保障7 963.2万元、卫生健康318.5万元、住房保障274.84万元、其他1 320.00万元。", ["holds 9876.54万元 = 7 963.2万元 + 318.5万元 + 274.84万元 + 1 320.00万元"]],
    ["the total stands behind", "甲10万元，乙20万元，合计30万元。", ["holds 30万元 = 20万元 + 10万元"]],
    ["a line breaks inside a number's unit", "支出30万\n元，其中甲10万元、乙\n20万元。", ["holds 30万元 = 10万元 + 20万元"]],
  ])("%s", (_, text, expected) => expect(lines(text)).toEqual(expect.arrayContaining(expected))); // prettier-ignore

  it.each([
    ["more than the whole, in money", "支出45.6万元，其中：设备11.2万元，耗材20.4万元，劳务14.5万元。", "contradicts 45.6万元 = 11.2万元 + 20.4万元 + 14.5万元"],
    ["more than the whole, in people", "参训学员100人，其中甲班60人，乙班41人。", "contradicts 100人 = 60人 + 41人"],
    ["more than the whole, in brackets", "到位资金100.0万元（中央60.0万元、省级41.0万元）。", "contradicts 100.0万元 = 60.0万元 + 41.0万元"],
    ["all kinds of staff, and less than the whole", "在职30人，其中：行政人员11人，事业人员17人，工勤人员1人。", "contradicts 30人 = 11人 + 17人 + 1人"],
    ["a total behind its list", "中央2,356.5万元、省级800.5万元、市级1,200万元，共计4,355万元。", "contradicts 4,355万元 = 2,356.5万元 + 800.5万元 + 1,200万元"],
    ["both kinds of spending, and less than the whole", "支出合计100.0万元，其中：基本支出60.0万元，项目支出39.0万元。", "contradicts 100.0万元 = 60.0万元 + 39.0万元"],
    // 18 + 19 + 27.5 + 27 = 91.5
    ["scores beside the marks of their groups", "综合得分92.5分，其中决策20分得18分，过程20分得19分，产出30分得27.5分，效益30分得27分。", "contradicts 92.5分 = 18分 + 19分 + 27.5分 + 27分"],
    ["scores beside full marks", "自评得分98分，其中：预算执行满分10分，得分9.5分；产出指标满分50分，得分49分；效益指标满分30分，得分29分；满意度指标满分10分，得分10分。", "contradicts 98分 = 9.5分 + 49分 + 29分 + 10分"],
    ["the class of all others closes the list", "共改造207户，其中：低保户92户，脱贫户62户，其他18户。", "contradicts 207户 = 92户 + 62户 + 18户"],
    ["all that is left closes the list", "车辆8辆，其中：机要通信用车1辆、应急保障用车1辆，其余5辆。", "contradicts 8辆 = 1辆 + 1辆 + 5辆"],
    ["a way of dividing gives all", "下达专项资金9800.0万元，按用途分：人才队伍3500.0万元，平台建设2800.0万元，学科建设2500.0万元。", "contradicts 9800.0万元 = 3500.0万元 + 2800.0万元 + 2500.0万元"],
    ["a known whole, though another amount stands farther off", "基本支出预算512.36万元，支出498.71万元，其中工资福利支出404.52万元、商品和服务支出62.19万元、对个人和家庭的补助35万元。", "contradicts 498.71万元 = 404.52万元 + 62.19万元 + 35万元"],
    ["three kinds of purchases", "政府采购支出256.3万元，其中：货物支出86.3万元、工程支出50.0万元、服务支出100.0万元。", "contradicts 256.3万元 = 86.3万元 + 50.0万元 + 100.0万元"],
    // 16.5 + 19.2 + 27.85 + 26.4 = 89.95
    ["the total in the sentence before its groups", "综合评价得分为88.95分。各部分得分情况：决策类权重18%，得16.5分；过程类权重22%，得19.2分；产出类权重30%，得27.85分；效益类权重30%，得26.4分。", "contradicts 88.95分 = 16.5分 + 19.2分 + 27.85分 + 26.4分"],
    ["the total behind its groups", "投入（10分）得10分，过程（20分）得18.4分，产出（40分）得38分，效果（30分）得29分，总分96.4分。", "contradicts 96.4分 = 10分 + 18.4分 + 38分 + 29分"],
    // 486.7 + 112.4 + 31.5 + 58.8 = 689.4
    ["a total behind a list with brackets", "低保金486.7万元（1328人）、特困112.4万元（165人）、临时救助31.5万元（210人次）、孤儿58.8万元，共计698.4万元。", "contradicts 698.4万元 = 486.7万元 + 112.4万元 + 31.5万元 + 58.8万元"],
    ["a second division of what the sentence begins with", "持证残疾人9874人，其中男5000人；按等级：一级1986人，二级2713人，三级5715人。", "contradicts 9874人 = 1986人 + 2713人 + 5715人"],
    ["a rest, and another sentence with more amounts", "总收入21.66亿元，其中：补贴13.78亿元，缴费7.45亿元，利息0.29亿元，其他0.05亿元。支出20.1亿元。", "contradicts 21.66亿元 = 13.78亿元 + 7.45亿元 + 0.29亿元 + 0.05亿元"],
  ])("contradicts: %s", (_, text, expected) => expect(contradictions(text)).toEqual([expected])); // prettier-ignore

  it.each([
    ["two of three kinds of staff may leave out the third", "在职30人，其中：行政人员11人，事业人员17人。"],
    ["a sample", "支出100万元，其中：甲60万元，乙30万元。"],
    ["classes that cut across each other", "职工50人，其中女职工30人，中级以上职称28人。"],
    ["the year before as it is compared with", "2019年收入1356.78万元，比2018年1288.5万元增加68.28万元，其中：一般公共预算1300.78万元，政府性基金56万元。"],
    ["another year", "2021年支出100万元，其中：2022年甲60万元、乙60万元。"],
    ["levels of one tree", "共15个指标，其中一级指标3个，二级指标7个，三级指标15个。"],
    ["standards for one person", "补助每人每月650元，其中：每人提高到700元，每年5400元。"],
    ["what carries on after the list", "收入合计1000万元，其中财政拨款900万元，其他100万元，支出合计950万元。"],
    ["marks and scores side by side", "得分91.5分，其中决策20分得18分，过程20分得19分，产出30分得27.5分，效益30分得27分。"],
    ["ways of parting one amount twice", "下达9800万元，按用途分：甲3500万元，乙6300万元；按来源分：中央6000万元、省级3800万元。"],
    ["brackets that hold other figures than parts", "全年支出100.0万元（预算150.0万元、结余50.0万元）。"],
    ["whole 万元, each rounded", "支出合计100万元，其中：基本支出60万元，项目支出39万元。"],
    ["a total of more than the sentence lists", "甲10.0万元、乙20.0万元、丙30.0万元，以上三项合计70.0万元。"],
    ["a total behind a list that may begin later", "下达90.0万元，甲10.0万元、乙20.0万元、丙30.0万元，共计60.0万元。"],
    ["about as much", "支出约30.0万元，其中甲20.5万元、乙10.5万元。"],
    ["as much and more", "惠及群众100人以上，其中城镇60人、农村50人。"],
    ["what is left over stands in front of a division of something else", "年末结转和结余440.16万元。\n按支出性质分类：基本支出4733.09万元，项目支出1669.12万元。"],
    ["a score by proportion and what it lost", "预算执行率指标（10分）按比例得9.07分，扣0.93分。"],
    ["a target that the work is measured against", "免费检查11206人，完成省下达任务11000人的101.87%，其中宫颈癌检查11206人、乳腺癌检查11038人。"],
    ["a target with parts of what was done", "完成年度计划5000亩的104%，其中柑橘3800亩、茶叶1400亩，另补植900亩。"],
    ["how cases were dealt with, behind one class of them", "来信来访来电137件次，其中婚姻家庭类96件，占70.1%，办结135件，办结率98.5%，余下2件已移送法院。"],
    ["grants behind applications", "专利申请量286件，其中发明117件，占比40.9%，授权198件，有效发明拥有量412件。"],
    ["what is in use behind what there is", "资产总额3650万元，其中固定资产2920万元，占80%，在用2847万元，占97.5%，闲置73万元。"],
    ["the stage of the work behind its kinds", "项目共计8个，其中续建3个，新建5个，已完工6个，在建2个。"],
    ["members behind classes by age", "35岁以下42人，占30%；36—50岁63人，占45%；51岁以上35人，占25%；其中党员98人，占总人数的70%。"],
    ["scores of two years in front of the groups", "上年自评得分90分，本年自评得分91.5分。其中决策得18分，过程得19分，产出得27.5分，效益得27分。"],
    ["an increase in front of the parts of what came of it", "标准由113元提高至118元，增加5元，增幅4.4%；其中中央标准103元，地方加发15元。"],
    ["an increase in the paragraph before", "资产总额228.07亿元，净资产增加10.58亿元。\n其中，行政单位资产86.35亿元；事业单位资产141.72亿元。"],
    ["what full marks are, respectively", "综合得分88.2分，其中决策16分、过程17.2分、产出28分、效益27分，满分分别为20分、20分、30分、30分。"],
    ["full marks in the bracket behind a score", "满意度指标得8分（分值10分，实际值88.1%，目标值不低于90%），其余指标均得满分。"],
    ["what each household pays", "改造总投资7 380万元，户均2.53万元。其中中央补助2 214万元、省补1 107万元、市区3 321万元、居民出资738万元。"],
    ["things told by what they have in common", "现有车辆12辆，其中2015年以前购置的5辆，行驶里程超过20万公里的4辆，新能源车3辆，本年拟报废2辆。"],
    ["what is still to be paid and the total behind one part", "债券资金累计拨付2.14亿元，其中本年拨付7,650万元；尚未拨付的3,600万元预计明年完成，债券总额2.5亿元。"],
    ["two kinds of marks with their scores and the total score", "满分100分，其中定量指标75分，实得68.2分；定性指标25分，实得21.5分，综合得分89.7分。"],
    ["several divisions of one amount in the sentence before", "实际抽检4368批次。按任务来源分，国抽126批次、省抽840批次、市抽1050批次、区抽2352批次；按环节分，生产环节318批次、流通环节2604批次、餐饮环节1446批次。"],
    ["a number in the list that nobody can tell", "支出90.0万元，其中甲50.0万元、乙1 2345.0万元、丙45.0万元。"],
    ["a second division in a sentence of its own", "支出2,476.92万元，结转41.52万元。\n按功能划分：一般公共服务支出836.71万元；农林水支出1,640.21万元。\n按性质划分：人员支出1,127.56万元，公用支出163.27万元，项目支出1,186.09万元。"],
    ["an amount named in front of a bracket", "资产总额（账面净值，下同）86.47亿元，负债总额19.35亿元，净资产67.12亿元。\n按单位性质划分，行政单位资产33.09亿元；事业单位资产53.38亿元。"],
    ["one part, and the next item behind a semicolon", "购置办公家具67.40万元，其中办公桌38.40万元；信息化设备76.10万元；厨房设备118.30万元。"],
    ["scores of which one is left out", "综合得分92.5分，其中过程20分得19分，产出30分得27.5分，效益30分得27分。"],
    ["full marks that make more than the score", "得分95分，其中产出指标50分，效益指标30分，满意度指标10分，预算执行10分。".replace("得分95分", "满分100分，得分95分")],
    ["others that are only the last kind", "支出100.0万元，其中：工资60.0万元，其他商品和服务支出20.0万元。"],
    ["others among 等", "共改造207户，其中：低保户92户，其他18户等。"],
    ["a part of something, not a division", "支出100.0万元，部分：甲60.0万元，乙30.0万元。"],
    ["a budget and what was spent of it, item by item", "支出100.0万元，其中：甲项目预算60.0万元，支出55.0万元；乙项目预算30.0万元，支出28.0万元。"],
    ["two kinds of another amount than stands nearest", "全年收入200.0万元，年末结余10.0万元，其中人员经费80.0万元、公用经费20.0万元。"],
    ["an average behind the list", "总投资6,000万元，其中中央3,600万元，省1,200万元，市县1,200万元，建设面积4万亩，亩均投资1500元。"],
    ["an amount of another clause behind the list", "总投资600.0万元，其中中央400.0万元，省200.0万元，建成道路12公里，拆迁补偿50.0万元。"],
    ["an amount in another clause", "涉及5个乡镇，投资200万元，其中中央资金120万元、配套80万元，惠及群众300人。"],
  ])("is no fault: %s", (_, text) => expect(contradictions(text)).toEqual([])); // prettier-ignore
});

describe("[I24] a list of eight is expected to be all", () => {
  const items = (count: number): string => Array.from({ length: count }, (_, i) => `第${"甲乙丙丁戊己庚辛壬"[i] ?? ""}项经费1万元`).join("、"); // prettier-ignore

  it.each([
    [7, "", 0],
    [8, "", 1],
    [9, "", 1],
    [9, "等", 0],
  ])("%i items%s", (count, open, faults) => {
    expect(contradictions(`项目支出100万元。其中${items(count)}${open}。`)).toHaveLength(faults);
  });
});

describe("[I23] rounding", () => {
  it.each([
    // three parts and a whole: less than 4 × 0.005
    ["three thirds under an exact whole differ by 0.01", "预算66.67万元，其中甲22.22万元、乙22.22万元、丙22.22万元。", []],
    ["0.02 with three parts is the bound itself", "预算89.97万元，其中甲30万元、乙30万元、丙29.99万元。", ["contradicts 89.97万元 = 30万元 + 30万元 + 29.99万元"]],
    ["whole counts are exact", "编制30名，其中甲类18名，乙类13名。", ["contradicts 30名 = 18名 + 13名"]],
    ["30 stands for 30.00 beside 29.99", "预算59.99万元，其中甲30万元、乙29.99万元。", []],
  ])("%s", (_, text, expected) => expect(contradictions(text)).toEqual(expected)); // prettier-ignore
});
