// Which names are suggested to be one unit, and which must never be.
import { describe, expect, it } from "vitest";
import { nearestUnits, suggestUnit } from "../../../src/domain/register/unit-likeness.ts";
import { readUnit } from "../../../src/reading/unit-name.ts";
import { aUnit } from "../../support/facts.ts";

const keyOf = (name: string) => readUnit(name).key;

/** As the review asks: a name that is known already is not compared at all. */
function suggestion(name: string, known: string) {
  const unit = aUnit(1, known, { kind: readUnit(known).kind });
  return readUnit(name).key === keyOf(known) ? "known" : (suggestUnit(readUnit(name), [unit], keyOf)?.why.code ?? null);
}

describe("may be one unit", () => {
  it.each([
    // a city's own name
    ["云川市教育局", "市教育局", "unit-alike-but-place"],
    ["市教育局", "云川市教育局", "unit-alike-but-place"],
    ["云川市人社局", "市人力资源和社会保障局", "unit-alike-but-place"],
    ["云川市卫生健康委员会", "市卫健委", "unit-alike-but-place"],
    ["云川市东湖区人民政府", "东湖区人民政府", "unit-alike-but-place"],
    ["东湖区教育局", "区教育局", "unit-alike-but-place"],
    ["云川市人民政府办公室", "市政府办公室", "unit-alike-but-place"],
    ["省教育厅", "江南省教育厅", "unit-alike-but-place"],
    // 和, and endings in full
    ["市文化和体育局", "市文化体育局", "unit-alike-but-joint"],
    ["市水利与湖泊局", "市水利和湖泊局", "unit-alike-but-joint"],
    ["市住房保障和房产管理局", "市住房保障房产管理局", "unit-alike-but-joint"],
    ["市招商委员会", "市招商委", "unit-alike-but-joint"],
    ["市大数据发展办公室", "市大数据发展办", "unit-alike-but-joint"],
    // the reform
    ["市卫生和计划生育委员会", "市卫生健康委", "unit-renamed"],
    ["市卫计委", "市卫生健康委员会", "unit-renamed"],
    ["市卫生健康委", "市卫计委", "unit-renamed"],
    ["市旅游局", "市文化和旅游局", "unit-renamed"],
    ["市文广新局", "市文化广电和旅游局", "unit-renamed"],
    ["市工商局", "市市场监督管理局", "unit-renamed"],
    ["市质监局", "市市场监管局", "unit-renamed"],
    ["云川市质量技术监督局", "市市场监督管理局", "unit-renamed"],
    ["市国土资源局", "市自然资源和规划局", "unit-renamed"],
    ["市安监局", "市应急管理局", "unit-renamed"],
    ["市经信委", "市工业和信息化局", "unit-renamed"],
    ["市金融办", "市地方金融监督管理局", "unit-renamed"],
    ["市国税局", "市税务局", "unit-renamed"],
    // short and full
    ["市文广旅体局", "市文化广电旅游体育局", "unit-alike-short"],
    ["市交运局", "市交通运输局", "unit-alike-short"],
    ["市林草局", "市林业草原局", "unit-alike-short"],
    ["市住房城乡建设和交通局", "市住房城乡建设局", "unit-alike-contained"],
    ["市文化旅游局", "市文化广电旅游局", "unit-alike-contained"],
    ["市人力资源局", "市人力资源和社会保障局", "unit-alike-contained"],
    ["市城市管理局", "市城市管理综合执法局", "unit-alike-contained"],
    // one character
    ["市人力资源和社会保证局", "市人力资源和社会保障局", "unit-alike-spelling"],
    ["市公共资源交易中心", "市公共资源交昜中心", "unit-alike-spelling"],
    ["市退役军人事物局", "市退役军人事务局", "unit-alike-spelling"],
    // groups and those nobody has named
    ["各区县人民政府", "各县区人民政府", "unit-alike-circle"],
    ["各县（市、区）人民政府", "各县区政府", "unit-alike-circle"],
    ["各县（市、区）政府", "各区县人民政府", "unit-alike-circle"],
    ["全市各职业院校", "各职业院校", "unit-alike-circle"],
    ["相关部门", "市有关部门", "unit-alike-circle"],
    ["相关行业协会", "有关行业协会", "unit-alike-circle"],
  ])("%s — %s: %s", (name, known, why) => {
    expect(suggestion(name, known)).toBe(why);
  });
});

describe("are different units", () => {
  it.each([
    ["市教育局", "市教育考试院"],
    ["东湖区人民政府", "西湖区人民政府"],
    ["东湖区", "西湖区"],
    ["东湖区教育局", "西湖区教育局"],
    ["东湖区教育局", "市教育局"],
    ["东湖区教育局", "教育局"],
    ["云川市教育局", "北川市教育局"],
    ["市教育局", "市体育局"],
    ["市教育局", "市教育工会"],
    ["市水利局", "市水务集团"],
    ["市财政局", "市民政局"],
    ["市人民政府", "市人民政府办公室"],
    ["市发展改革委", "市工业和信息化局"],
    ["市第一人民医院", "市第二人民医院"],
    ["市第一中学", "市第三中学"],
    ["云川职业技术学院", "云山职业技术学院"],
    ["云川职业技术学院", "云川职业学院"],
    ["市建设银行", "市农业银行"],
    ["东城街道办事处", "西城街道办事处"],
    ["市文化局", "市文化馆"],
    ["市林业局", "市农业农村局"],
    ["市商务局", "市税务局"],
    ["市医疗保障局", "市住房保障局"],
    ["市市场监督管理局", "市药品监督管理局"],
    ["市应急管理局", "市机关事务管理局"],
    ["市公安局", "市公安局交警支队"],
    ["市总工会", "市工商联"],
    ["市残联", "市妇联"],
    ["市委宣传部", "市委组织部"],
    ["市职业教育中心", "市继续教育中心"],
    ["高新区管委会", "经开区管委会"],
    ["东部新城管委会", "西部新城管委会"],
    ["市政务服务局", "市行政审批局"],
    ["各县区人民政府", "市各功能区管委会"],
    ["各职技院校", "各高等院校"],
    ["各区", "各街道"],
    ["有关部门", "有关行业协会"],
    ["有关银行", "有关银行和保险公司"],
    ["各县区人民政府", "有关部门"],
  ])("%s — %s", (name, known) => {
    expect(suggestion(name, known)).toBeNull();
    expect(suggestion(known, name)).toBeNull();
  });
});

describe("the choice", () => {
  const known = ["市文化和旅游局", "市教育局", "市体育局", "市人力资源和社会保障局"].map((name, i) =>
    aUnit(i + 1, name),
  );

  it("takes the strongest rule, also through an alias", () => {
    const tourism = aUnit(9, "市文旅委", { aliases: ["市旅游发展局"] });
    expect(suggestUnit(readUnit("云川市旅游发展局"), [...known, tourism], keyOf)?.name).toBe("市文旅委");
    expect(suggestUnit(readUnit("云川市教育局"), known, keyOf)?.name).toBe("市教育局");
  });

  it("says how it comes to it, with the known name and the date of the reform", () => {
    expect(suggestUnit(readUnit("市旅游局"), known, keyOf)).toEqual({
      name: "市文化和旅游局",
      why: { code: "unit-renamed", params: { unit: "市文化和旅游局", date: "2019-03-31" } },
    });
  });

  it("names the nearest for a mistyped unit, the alike first", () => {
    expect(nearestUnits("市旅游局", known, keyOf)[0]).toBe("市文化和旅游局");
    expect(nearestUnits("教肓考试局", known, keyOf)).toEqual([]);
    expect(nearestUnits("人力社会保障", known, keyOf)).toEqual(["市人力资源和社会保障局"]);
  });
});
