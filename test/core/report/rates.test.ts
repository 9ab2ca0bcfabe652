import { contradictions, lines } from "./read";

describe("[I22] increases and their percentages", () => {
  it.each([
    // 40.40 / 760.00 = 5.316 %
    ["an increase", "支出800.40万元，较上年增加40.40万元，增长5.32%。", "holds 800.40万元 = 40.40万元, 5.32%"],
    // 0.51 / 8.41 = 6.06 %
    ["the amount of the year before is printed", "发放8.92亿元，较上年8.41亿元增加0.51亿元，增长6.06%。", "holds 8.92亿元 = 0.51亿元, 6.06%, 8.41亿元"],
    // 1.08 / 13.30 = 8.12 %
    ["a decrease", "接待费12.22万元，比上年减少1.08万元，下降8.12%。", "holds 12.22万元 = 1.08万元, 8.12%"],
    // 2.3 / 20.5 = 11.22 %
    ["the amount of the year before and the percentage", "支出18.2万元，比上年同期20.5万元下降11.22%。", "holds 18.2万元 = 11.22%, 20.5万元"],
    // 1345 / 11000 = 12.227 %
    ["the sentence starts from the year before", "抽检12,345批次。其中合格12,098批次，不合格247批次。较2020年的11,000批次增加1,345批次，增长12.23%。", "holds 11,000批 = 1,345批, 12.23%, 11,000批"],
    ["the unit of the year before is left out", "支出2.05万元，较上年2.08减少0.03万元，下降1.44%。", "holds 2.05万元 = 0.03万元, 1.44%"],
  ])("holds: %s", (_, text, expected) => expect(lines(text)).toContain(expected)); // prettier-ignore

  it.each([
    ["divided by this year's amount", "“三公”经费6.50万元，较上年减少1.50万元，下降23.08%。", ["contradicts 6.50万元 = 1.50万元, 23.08%"]],
    ["the amount of the year before does not lead there", "发放9.92亿元，较上年8.41亿元增加0.51亿元。", ["contradicts 9.92亿元 = 0.51亿元, 8.41亿元"]],
    // 10 / 90 = 11.11 %: cut off at one decimal it is 11.1, and 11.2 is less than a unit away; 11.3 is not
    ["from the year before to another percentage", "支出18.2万元，比上年同期20.5万元下降12.64%。", ["contradicts 18.2万元 = 12.64%, 20.5万元"]],
    ["rounded up by less than a unit", "支出100.00万元，比上年增加10.00万元，增长11.2%。", []],
    ["more than a unit away", "支出100.00万元，比上年增加10.00万元，增长11.3%。", ["contradicts 100.00万元 = 10.00万元, 11.3%"]],
    // 10 stands for 9.5 to 10.5 and 100 for 99.5 to 100.5: up to 10.5 / 89 = 11.8 %
    ["amounts rounded to whole 万元", "支出100万元，比上年增加10万元，增长11.8%。", []],
    // 4109.75 + 623.61 = 4733.36; 623.61 / 4109.75 = 15.17 %
    ["compared with the year before, and a comma", "与2018年支出4109.75万元相比，增支623.61万元，增幅15.17%。", []],
    ["against the year before, and a comma", "支出73.44万元，较2020年决算数86.4万元，减少12.96万元，下降15%。", []],
    ["against the year before, to another percentage", "支出73.44万元，较2020年决算数86.4万元，减少12.96万元，下降16.5%。", ["contradicts 73.44万元 = 12.96万元, 16.5%, 86.4万元"]],
    ["a percentage without an amount", "收入120.5万元，同比增长4.8%。", []],
    ["an increase from nothing has no percentage", "支出10万元，比上年增加10万元，增长100%。", []],
    ["the total of both sides", "收、支总计各1,523.66万元。与上年相比，收、支总计各减少88.12万元，下降5.47%。", []],
  ])("%s", (_, text, expected) => expect(contradictions(text)).toEqual(expected)); // prettier-ignore
});

describe("[I24] shares and rates", () => {
  it.each([
    // 69 / 77 = 89.61 %
    ["staff against posts, at no decimals", "核定编制77名。在职人数69人。在职人员控制率为90%。", "holds 69人 = 77名 : 90%"],
    // 45.6 / 48 = 95 %
    ["execution against the budget", "全年预算48万元，实际支出45.6万元，预算执行率95%。", "holds 45.6万元 = 48万元 : 95%"],
    // 191 / 196 = 97.449 %
    ["satisfied of those who answered", "发放问卷200份，收回196份，其中满意191份，满意度97.45%。", "holds 191份 = 196份 : 97.45%"],
    // 735.2 / 720.5 = 102.04 %
    ["so much of the budget", "年初预算为720.5万元，支出决算为735.2万元，完成年初预算的102.04%。", "holds 735.2万元 = 720.5万元 : 102.04%"],
    ["a part of its list", "收入100万元，其中：甲60万元，占60%；乙40万元，占40%。", "holds 60万元 = 100万元 : 60%"],
  ])("holds: %s", (_, text, expected) => expect(lines(text)).toContain(expected)); // prettier-ignore

  it.each([
    ["staff against posts", "核定编制77名。在职人数69人。在职人员控制率为92%。", ["contradicts 69人 = 77名 : 92%"]],
    ["execution against the budget", "全年预算48万元，实际支出45.6万元，预算执行率96.5%。", ["contradicts 45.6万元 = 48万元 : 96.5%"]],
    ["satisfied of those who answered", "发放问卷200份，收回196份，满意191份，满意度99%。", ["contradicts 191份 = 196份 : 99%"]],
    ["a part of its list", "收入100万元，其中：甲60万元，占66%；乙40万元，占40%。", ["contradicts 60万元 = 100万元 : 66%"]],
    ["so much of the budget beside it", "年初预算为720.5万元，支出决算为735.2万元，完成年初预算的112.04%。", ["contradicts 735.2万元 = 720.5万元 : 112.04%"]],
    // the label ends in 预算数, the base is called 预算: 38.62 / 45 = 85.82 %
    ["so much of the budget that is called 预算数", "“三公”经费预算数45万元，决算数38.62万元，完成预算的86.82%。", ["contradicts 38.62万元 = 45万元 : 86.82%"]],
    // 498.71 / 512.36 = 97.34 %
    ["the parts of the amount stand between", "基本支出预算512.36万元，支出498.71万元，其中工资福利支出401.52万元、商品和服务支出62.19万元、对个人和家庭的补助35万元，执行率97.84%。", ["contradicts 498.71万元 = 512.36万元 : 97.84%"]],
    // 60.5 + 30.5 + 9 = 100; 30.5 is 30.5 %
    ["the odd one of a list of shares", "支出100.0万元，甲支出60.5万元，占60.5%；乙支出30.5万元，占33.5%；丙支出9.0万元，占9%。", ["contradicts 30.5万元 = 100.0万元 : 33.5%"]],
    // 341.3 / 652.4 = 52.31 %, 311.1 / 652.4 = 47.69 %
    ["shares of one base in several sentences", "决算支出652.4万元。\n（一）基本支出341.3万元，占总支出的52.31%。\n（二）项目支出311.1万元，占总支出的49.69%。", ["contradicts 311.1万元 = 652.4万元 : 49.69%"]],
    ["each project's own rate", "一期预算800万元，支出720万元，执行率90%；二期预算1500万元，支出1108.2万元，执行率83.9%。", ["contradicts 1108.2万元 = 1500万元 : 83.9%"]],
    ["rates of parts of the year", "上半年支出进度45%，前三季度支出进度78%，全年支出920万元，占预算950万元的96.84%。", []],
    ["a share with a subject of its own", "教师437人，“双师型”教师296人，占67.73%，硕士以上学位教师占65.9%。", []],
    ["a share of a part of the year", "全年支出4733.36万元，四季度1604.9万元，上半年支出占全年的44.38%。", []],
    ["a share of several together", "支出4733.36万元，培训287.4万元、服务196.2万元、创业孵化411.88万元，三项共占18.9%。", []],
    // 18,462.37 / 21,187.82 = 87.14 %
    ["the amount before the bracket", "收入合计21,187.82万元，其中：财政拨款收入2,416.90万元，占11.4%；事业收入18,462.37万元（含医疗收入18,120.44万元），占87.1%；其他收入308.55万元，占1.5%。", []],
    ["what each person gets stands between", "全年支出2198.3万元。社会保险补贴862.5万元，3450人享受，人均2500元，占支出总额的39.2%。", []],
    ["shares of several in their order", "实际到位139,814.40万元，其中：中央83,888.64万元、省级33,555.46万元、市级6,990.72万元、县级15,379.58万元，分别占60%、24%、5%、11%。", []],
    ["a target of its own", "新增就业52.4万人，完成年度目标任务50万人的104.8%；失业人员再就业16.9万人，完成目标任务的112.7%（目标任务15万人）。", []],
    ["shares too rough to show their base", "支出100万元，甲支出60万元，占60%；乙支出30万元，占33%。", []],
    ["shares of several bases", "支出100.0万元，甲支出60.5万元，占60.5%，其中：设备20.0万元，占33.06%。", []],
    ["a county's own of two things", "总人口10000人。参保8005人，占全县的80.05%；低保对象500人，占全县的2.1%。", []],
    ["a base that is not printed beside one that is", "总支出652.4万元，基本支出341.3万元，占总支出的52.31%；人员经费100.2万元，占基本支出预算的28.10%。", []],
    ["several posts, none of them the whole", "核定编制77名。年末编制80名。在职人数69人。在职人员控制率为92%。", []],
    ["a budget that belongs to another amount", "部门预算100万元，“三公”经费支出9.87万元，完成预算的65.8%。", []],
    ["the rate of a part", "支出27.03亿元，执行率90.52%，其中中央资金支出23.1亿元，执行率91.09%。", []],
    ["several subjects share one number", "支出100万元，三项支出各占33.3%。", []],
    ["a rate of something else", "调整后预算6,866.2万元，支出6,523.9万元，预算调整率22.17%，结转结余342.3万元。", []],
    ["two years of one rate", "2021年编制77名、在职69人，2022年编制80名、在职76人，在职人员控制率为95%。", []],
  ])("%s", (_, text, expected) => expect(contradictions(text)).toEqual(expected)); // prettier-ignore

  it("[I23] a difference of two amounts is that of the two that stand there", () => {
    expect(lines("预算100万元，支出97万元，差值为3万元。")).toContain("holds 100万元 = 97万元 − 3万元");
    expect(contradictions("预算100.00万元，支出97.00万元，差值为4.00万元。")).toEqual([
      "contradicts 100.00万元 = 97.00万元 − 4.00万元",
    ]);
    expect(contradictions("预算100.00万元，追加10.00万元，支出97.00万元，差值为4.00万元。")).toEqual([]);
  });
});
