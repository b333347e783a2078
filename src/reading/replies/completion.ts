// Whether a clause says that the task is done. "完成" alone says little: 没有完成, 基本完成, 年底前能完成, 完成80% and 完成方案 do not.
import { DAY, LIMIT } from "./reply-text.ts";
import type { Signal } from "./status-words.ts";

const COMPLETE =
  /完成|办结|办毕|办妥|销号|完工|竣工|完毕|结项|结案|办完|做完|弄完|弄好|弄妥|干完|忙完|搞定|搞掂|建成|(?<=全部|全面|均已)(?:到位|兑现|落实|拨付|发放|开设|上线)(?:到位|完毕)?/g;
const COMPLETE_ENGLISH = /\b(?:done|completed?|finish(?:ed)?|closed(?: out)?|accomplished)\b/g;

/** Words that end just before 完成 and turn it round. */
const NEGATED = /(?:没有?|未|尚未|(?<!差)不(?!断|仅|可抗)|无法|没能|并非|难以|恐难|别)(?:[^,已]{0,5})$/;
const HINDERED =
  /(?:无法|不能|不可能|难以|恐难|恐|未能|没能|不一定能?)(?:[^,已]{0,6})$|(?:未|没有?)能?(?:按[期时]|如期|及时)$/;
/** 不能说完成了, 谈不上完成: neither done nor at risk. */
const NOT_TO_BE_SAID = /(?:不能|不敢|不好|谈不|算不|不算|称不)(?:说|上|得上|是)?(?:已经?|全部)?$/;
/** 按时完成没有问题, 按时完成有难度: the verdict stands behind. */
const CAN_BE = /^(?:任务|目标|工作)?(?:应该?|是)?(?:没有?|无|没啥|没什么)(?:大)?问题|^(?:任务|目标)?有(?:把握|信心)/;
const CAN_HARDLY_BE =
  /^(?:任务|目标|工作)?(?:仍|还|尚|可能)?(?:有|存在|面临)(?:一定|较大|很大|一些|不小)?的?(?:困难|难度|压力|风险|不确定性)|^(?:任务|目标)?(?:难度|压力|困难)(?:较|很|比较)?大/;
/** 预计完成时间:12月18日, 完成时间预计为12月18日. */
const EXPECTED_DAY = new RegExp(
  `(?:预计|计划|预期)(?:全部|最终)?(?:完成|办结|竣工|建成)(?:的)?(?:时间|日期|时限)[为是在:约 ]*[${LIMIT}${DAY}]|(?:完成|办结|竣工|建成)(?:的)?(?:时间|日期)(?:预计|计划|预期)[为是在:约 ]*[${LIMIT}${DAY}]`,
);
const PARTLY =
  /(?:基本|大体|大部分|部分|初步|阶段性|接近|即将|马上|立马|很快|这就|快要?|将近|差不多|主体|[距离]|多数|陆续|逐步|半|差一?点)(?:上|已经?|就|都|可以?|能)?$/;
/** 已 between the word and 完成 takes the forecast back. */
const FORECAST = new RegExp(
  `(?:能够?|可|将|会|预计|(?<!按|按照)计划(?!任务|目标)|力争|争取|确保|保证|有望|拟|打算|准备|希望|(?<!年度|各项|全部)目标(?!任务)|要(?!求)|应|需|须|待|加快|抓紧|尽快|尽早|正在|推动|推进|督促|继续|努力|如果|若|一旦|何时|是否|${LIMIT}|\\?)[^已]{0,14}$`,
);
export const PART_OF_THE_WORK =
  /前期|第[一二三1-3]阶段|一期|首期|初稿|方案|草案|细则|调研|摸底|起草|征求意见|招标|采购|立项|选址|可研|论证|评审|协议|签约|首批|第一批|上半年|一半|大部分|主体|内装|外装|装修|安装|土建|基础|准备|筹备|框架|设计|动员|部署|统计|数据|清单|报告|材料|申报|初审|初验|预验|自验|测算|排查|核查|自查|培训方案/;
/** What may stand after 完成 without naming some other thing. */
const GENERIC_REST =
  /^(?:了|的|全部|所有|全年|本年度|年度|今年|各项|该项|本项|此项|这项|上述|相关|既定|预定|目标|任务|工作|事项|办理|整改|建设|要求|指标|手续|验收|◆|。|:|\s|了吧|[晒咯啦喽嘞哦呢咗哒]|请予?(?:销号|办结)|申请(?:销号|办结)|in full|on time|as required|already|now|all)*(?:并已?(?:报送|上报|提交|归档|备案|通过)[^,]*)?$/;
/** What of `GENERIC_REST` is a step and not the end of the whole. */
const LAST_STEP = /验收|手续|整改/;
const NOT_THE_ACT = /^(?:率|度|比例|时间|时限|情况|后|前|日期|期限|标准|进度)/;
const A_SHARE =
  /^(?:了|工作|工程|量|约|近|超过?|达到?|不到|至|任务|目标|总量|的)*(?:\d|百分之|[一二两三四五六七八九十]{1,2}成|[一二三四五六七八九十]分之|过半|一半|大半|半|一?部分|一些|[^,]{0,12}\d)/;
/** 12月15日前可办结 is a forecast, not a request. */
const DATED = new RegExp(`[${LIMIT}${DAY}]`);
/** 标记全部完成: an order, and no report. */
const ORDERED = /(?:标[记为注]|[设置视改记]为|设成|改成)[^,]{0,4}$|\b(?:mark|set)\b[^,]{0,30}$/;
/** 材料补齐后即可办结: not before. */
const ONCE = /(?:后|之后|以后|了)[^,]{0,2}(?:即|便|就|方|才)[^,]{0,2}$|(?:即|便|方|才)可以?$/;
/** 3个标段里2个完工: some of them. */
const SOME_OF_THEM =
  /(?:里|里面|中|其中|当中)(?:有|已有|的)?(?:\d{1,4}|[一二两三四五六七八九十]{1,3})[个家所项处户条](?:已经?|均|都)?$/;
const ASKS_TO_CLOSE = /(?:申请|可以?|请予?|请求|建议|拟|提请)(?:予以)?$/;

/** What the clause says about completion; null where it says nothing. Dates stand as marks. */
export function readCompletion(clause: string): Signal | null {
  const match = [...clause.matchAll(COMPLETE)].at(-1);
  if (match === undefined) return readEnglish(clause);
  const before = clause.slice(0, match.index);
  const after = withoutSigns(clause.slice(match.index + match[0].length));
  if (EXPECTED_DAY.test(clause) && !/原/.test(before)) return "forecast";
  if (NOT_THE_ACT.test(after)) return null;
  if (ORDERED.test(before)) return "done-of-something";
  if (NOT_TO_BE_SAID.test(before)) return "undone";
  if (CAN_HARDLY_BE.test(after)) return "at_risk";
  if (CAN_BE.test(after) && !/已经?[^,]{0,4}$/.test(before)) return "forecast";
  if (HINDERED.test(before) || /^不了/.test(after)) return "at_risk";
  if (NEGATED.test(before)) return "undone";
  if (
    PARTLY.test(before) ||
    SOME_OF_THEM.test(before) ||
    /除[^,]{1,20}(?:以?外|之外)/.test(before) ||
    A_SHARE.test(after)
  )
    return "partly";
  if (/^(?:办结|销号)/.test(match[0]) && ASKS_TO_CLOSE.test(before) && !DATED.test(before) && !ONCE.test(before))
    return "done";
  if (FORECAST.test(before)) return "forecast";
  // 已建成 says something; 建成 as part of a name or a plan does not.
  if (match[0] === "建成" && !/(?:已经?|全部|均|都)(?:全面|全部|正式)?$/.test(before)) return null;
  if (PART_OF_THE_WORK.test(before) || PART_OF_THE_WORK.test(after)) return "partly";
  return GENERIC_REST.test(after) ? "done" : "done-of-something";
}

/** Of a clause that holds a completion: whether it is that of the task, and not of a step of it. */
export function completesTheWhole(clause: string): boolean {
  if (EXPECTED_DAY.test(clause)) return true;
  const match = [...clause.matchAll(COMPLETE)].at(-1);
  if (match === undefined) return !/\b(?:phase|draft|tender\w*|part|design|survey)\b/.test(clause);
  const before = clause.slice(0, match.index);
  const after = withoutSigns(clause.slice(match.index + match[0].length));
  if (PART_OF_THE_WORK.test(before) || PART_OF_THE_WORK.test(after) || LAST_STEP.test(after)) return false;
  // 完成六千人培训任务
  return GENERIC_REST.test(after) || /^[^,]{1,14}(?:任务|目标|指标)$/.test(after);
}

function readEnglish(clause: string): Signal | null {
  if (/\b(?:expect\w*|plan\w*|anticipat\w*|estimat\w*)[^,]{0,12} completion\b|\beta\b[^,]{0,8}[◇◆]/.test(clause))
    return "forecast";
  const match = [...clause.matchAll(COMPLETE_ENGLISH)].at(-1);
  if (match === undefined) return null;
  const before = clause.slice(0, match.index);
  const after = withoutSigns(clause.slice(match.index + match[0].length));
  if (/^\d/.test(after)) return "partly";
  if (ORDERED.test(before)) return "done-of-something";
  if (/\b(?:can't|cannot|unable|unlikely|won't)\b/.test(before)) return "at_risk";
  if (/(?:\b(?:not|never|isn|hasn|haven|aren|yet to|incomplete)\b|n't|n’t)[^,]{0,20}$/.test(before)) return "undone";
  if (
    /(?:%|per ?cent|half|thirds?|quarters?)[^,]{0,20}$/.test(before) ||
    /(?:partly|partially|almost|nearly|mostly|largely|to be|basically)\s*(?:is |been )?$/.test(before)
  ) {
    return /to be\s*$/.test(before) ? "forecast" : "partly";
  }
  if (
    /\b(?:will|should|can|expect\w*|plan\w*|aim\w*|going to|would|must|need\w*|hope|try\w*|until|when|if)\b/.test(
      before,
    )
  ) {
    return "forecast";
  }
  if (new RegExp(`^(?:by )?[${LIMIT}]`).test(after)) return "forecast";
  return after === "" ||
    new RegExp(
      `^(?:[${DAY}]|on |in (?:full|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|already|now|yesterday|last|this)`,
    ).test(after)
    ? "done"
    : "done-of-something";
}

/** Without remarks in brackets, emoji and signs; date marks stay. */
function withoutSigns(text: string): string {
  return text
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{N}\s%/:◇◆]/gu, "")
    .trim();
}
