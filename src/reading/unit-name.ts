// One unit's name: what it is called, what kind it is, and the key two spellings of it share.
import type { UnitKind, UnitMention } from "../domain/register/unit.ts";
import { normalise, toSimplified } from "./script.ts";
import { UNIT_SYNONYMS } from "./unit-synonyms.ts";

const KEY_OF = new Map(
  UNIT_SYNONYMS.flatMap(([key, ...others]) => [key, ...others].map((name) => [name, key] as const)),
);

/** 市教育局 → 教育局; but 市场监管局, 市政园林局, 市直单位, 区划办 keep their first character. */
const LEVEL =
  /^(?:市(?!场|容|民(?!政|族|宗|防|营)|直|级|域|属|政(?!府|协|务|法|研)|委(?!员))|区(?!划|域|级|委|块)|县(?!级|域|委|直)|省(?!级|直|委|属))(?=.{2})/;
/** 市委宣传部 → 宣传部; 市委办公室 stays. */
const PARTY = /^[省市区县]委(?=宣传|组织|统战|政法|网信|编|老干部|党校|社会工作|农)/;

/** 有关部门, 市有关部门, 有关银行和保险公司, 教育等相关部门: nobody in particular until the secretary says who. */
const VAGUE =
  /^(?:[省市区县][级直属]?|我市|其[他它])?(?:有关|相关)|(?:有关|相关).{0,6}(?:部门|单位|协会|学会|商会|企业|机构|银行|方面)$/;
/** 市有关单位 and 各有关单位 are a known circle, so a group. */
const KNOWN_CIRCLE = /^(?=.{5})(?:[省市区县][级直属]?)?各?(?:有关|相关)单位$/;
/** 各职技院校, 市各功能区管委会, 全市公办学校, 市直各单位. */
const GROUP = /^(?:[省市区县][级直属]?)?各|^全[省市区县]|各[^各]{0,12}(?:单位|部门|政府|管委会|街道|乡镇|学校|院校)$/;

/** The last characters of a body's name. */
const BODY_END =
  /(?:局|委|委员会|管委会|办|办公室|办公厅|部|厅|院|院校|学校|大学|学院|(?<!社)会|政府|中心|银行|支行|分行|公司|集团|站|所|处|支队|大队|队|室|署|联|社|街道|办事处|园区|功能区|开发区|新区|县区|区县|乡镇|镇|县级市|县\(市、区\)|部门|单位|机构|企业|工会|党校|法院|检察院|海关)$/;

/**
 * A unit as a document names it. `name` is trimmed and Simplified; `key` is equal for full and short spellings, with or without
 * 市／区／县／省 in front (see `unit-synonyms.ts`). A city's own name is not dropped: 宜兴市教育局 may be another city's bureau.
 */
export function readUnit(name: string): UnitMention {
  const written = toSimplified(name).replace(/\s+/g, "");
  const kind = kindOf(normalise(written));
  return { name: written, key: keyOf(normalise(written), kind), kind };
}

/** `readUnit(name).key`, for those who need no more. */
export function keyOfName(name: string): string {
  return readUnit(name).key;
}

function kindOf(name: string): UnitKind {
  if (KNOWN_CIRCLE.test(name)) return "group";
  if (VAGUE.test(name)) return "unresolved";
  return GROUP.test(name) ? "group" : "single";
}

function keyOf(name: string, kind: UnitKind): string {
  if (kind !== "single") return name.replace(/^市(?=各|有关|相关)/, "").replace("管理委员会", "管委会");
  const body = name.replace(PARTY, "").replace(LEVEL, "");
  if (/^国家税务总局.{0,12}税务局$/.test(body)) return "税务局";
  return KEY_OF.get(body) ?? body.replace("管理委员会", "管委会");
}

/** What ends as a body does and names none. */
const NO_NAME =
  /由|^(?:学校|院校|企业|单位|部门|机构|公司|保险公司|集团|银行|协会|行业协会|中心|园区|(?:用人|业主|建设|责任)单位|(?:管理|规划|旅游|建设)局|.)$/;

/** Whether `name` (normalised) ends as the name of a body does and holds nothing that is no name. */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || name.length > 40 || /[。!?:"“”《》<>]/.test(name) || NO_NAME.test(name)) return false;
  const bare = name.replace(/\([^()]*\)$/, "");
  return KEY_OF.has(bare.replace(LEVEL, "")) || BODY_END.test(bare) || GROUP.test(bare);
}
