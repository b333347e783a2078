import { describe, expect, test } from "vitest";
import { looksLikeUnit, readUnit } from "../../src/reading/unit-name.ts";

describe("one unit, many spellings", () => {
  test.each([
    ["市人力资源社会保障局", "人力资源和社会保障局", "人社局", "市人力資源社會保障局"],
    ["市工业和信息化局", "工信局", "工業和信息化局"],
    ["市发展改革委", "发展和改革委员会", "发改委", "市发展和改革委员会"],
    ["市市场监督管理局", "市场监督管理局", "市场监管局", "市市场监管局"],
    ["市卫生健康委", "卫健委", "卫生健康委员会"],
    ["市人民政府办公室", "市政府办公室", "政府办"],
    ["市自然资源和规划局", "自然资源规划局"],
    ["市住房和城乡建设局", "住建局", "区住房城乡建设局"],
    ["科技局", "市科学技术局"],
    ["财政局", "財政局", "市财政局", "县财政局", "省财政局"],
    ["税务局", "国家税务总局云川市税务局"],
    ["市委宣传部", "宣传部"],
    ["市高新区管理委员会", "高新区管委会"],
    ["市残联", "残疾人联合会"],
    ["各县区人民政府", "各縣區人民政府"],
    ["市各功能区管委会", "各功能区管理委员会"],
  ])("%s", (...spellings) => {
    expect(new Set(spellings.map((name) => readUnit(name).key)).size).toBe(1);
  });

  test.each([
    ["市发展和改革委员会", "市发展和改革局"],
    ["市教育局", "市教育体育局"],
    ["市自然资源局", "市自然资源和规划局"],
    ["宜兴市教育局", "市教育局"],
    ["市政园林局", "园林局"],
    ["市委办公室", "市政府办公室"],
    ["各县区人民政府", "县人民政府"],
  ])("%s is not %s", (one, other) => {
    expect(readUnit(one).key).not.toBe(readUnit(other).key);
  });

  test.each(["市场监管局", "市政园林局", "区划地名办公室", "市直机关工委", "市委"])(
    "%s keeps its first character",
    (name) => {
      expect(readUnit(name).key.slice(0, 1)).toBe(name.slice(0, 1));
    },
  );
});

test("a name is shown as written, in Simplified Chinese", () => {
  expect(readUnit(" 市教育局（市體育局） ").name).toBe("市教育局（市体育局）");
});

test.each([
  ["市财政局", "single"],
  ["市场监管局", "single"],
  ["人民银行云川支行", "single"],
  ["各县区人民政府", "group"],
  ["市各功能区管委会", "group"],
  ["各职技院校", "group"],
  ["市各有关单位", "group"],
  ["市直各单位", "group"],
  ["全市公办学校", "group"],
  ["市有关单位", "group"],
  ["有关部门", "unresolved"],
  ["市有关部门", "unresolved"],
  ["有关单位", "unresolved"],
  ["有關行業協會", "unresolved"],
  ["相关行业协会", "unresolved"],
  ["有关部门和行业协会", "unresolved"],
  ["有关银行和保险公司", "unresolved"],
])("%s is %s", (name, kind) => {
  expect(readUnit(name).kind).toBe(kind);
});

test.each(["学校", "企业", "全社会", "具体办法由学校", "提高认识。市教育局", "局"])("%s names no body", (name) => {
  expect(looksLikeUnit(name)).toBe(false);
});
