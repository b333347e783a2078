// What a reply asks of the office: more time (申请延期到12月20日), or help (请协调, 需要财政局配合).
import type { IsoDate } from "../../domain/calendar.ts";
import type { ReplyText } from "./reply-text.ts";

export interface ExtensionReading {
  readonly to: IsoDate | null;
  /** True where time is asked for but the day is not certain. */
  readonly doubtful: boolean;
}

export const EXTEND =
  /延期|延长|延后|延至|延到|推迟|顺延|展期|宽限|(?:时限|期限|完成时间|到期日|办结时间)[^,。;]{0,4}(?:调整|变更|改|放宽|后移)(?=[为到至]|\s*[\d一二三四五六七八九十明下])|\bextend|\bextension\b|\bpostpone|\bmore time\b/g;
/** 延期就不用了. */
const NOT_NEEDED = /^[^,。;]{0,2}(?:不用|不必|不需要|无需|免了|取消)/;
const NOT_EXTEND =
  /(?<!请|请予|望|恳请)(?:已经?|同意|批准)$|(?:不|无|没|未|勿|免)[^,。;]{0,4}$|(?:\bno|\bnot|n't)\b[^,.;]{0,10}$/;

/** True where more time is asked for, to whatever day. */
export function asksForTime(reply: ReplyText): boolean {
  return findAsk(reply.plain) !== undefined;
}

/** The day an extension is asked to: the first date after the word, which must lie ahead. */
export function readExtension(reply: ReplyText, today: IsoDate): ExtensionReading {
  const ask = findAsk(reply.plain);
  if (ask === undefined) return { to: null, doubtful: false };
  // 延期至 overlaps nothing; 延到 ends where the date starts.
  const after = reply.dates.find(
    (date) => date.start >= ask.index && isSameSentence(reply.plain, ask.index, date.start),
  );
  const only = reply.dates.length === 1 ? reply.dates[0] : undefined;
  const date = after ?? only;
  if (date === undefined || !("date" in date) || date.date <= today) return { to: null, doubtful: true };
  return { to: date.date, doubtful: after === undefined };
}

function findAsk(plain: string): RegExpExecArray | undefined {
  return [...plain.matchAll(EXTEND)].find(
    (match) =>
      !NOT_EXTEND.test(plain.slice(0, match.index)) && !NOT_NEEDED.test(plain.slice(match.index + match[0].length)),
  );
}

function isSameSentence(text: string, from: number, to: number): boolean {
  return !/[。;!?\n]/.test(text.slice(from, to));
}

const HELP = "牵头开|牵头召|召集|协调|支持|配合|协助|帮助|帮忙|统筹|出面|解决";
const ASK_HELP = new RegExp(
  `(?:请求?|恳请|敬请|提请|申请|希望|盼|望|建议|需要?|亟需|急需|有待|拟请|唔该|麻烦|劳烦|烦请|拜托)(?<whom>[^,。;!?]{0,24}?)(?:${HELP})`,
  "g",
);
/** 请财政局拨付资金: something asked of a unit by its name. */
const ASK_UNIT =
  /(?:请求?|恳请|敬请|提请|希望|盼|望|建议|需要?|亟需|急需)[^,。;!?]{0,16}(?:局|委|办|部门|政府|管委会|单位|中心)(?:尽快|尽早|及时|予以|抓紧|加快)?(?:提供|拨付|下达|落实|给予|指导|明确|批复|反馈|参与|安排)/g;
const ASK_HELP_ENGLISH =
  /\b(?:need|needs|request|require|please|ask(?:ing)? for|help)\b[^,.;]{0,40}\b(?:coordinat\w*|support|help|assist\w*|cooperat\w*)|\bplease (?:coordinate|help|assist|support)/;

/** True where the unit asks somebody to coordinate, support or cooperate. */
export function readNeedsCoordination(clauses: readonly string[]): boolean {
  return clauses.some((clause) => {
    if (ASK_HELP_ENGLISH.test(clause))
      return !/\b(?:no|not|n't|without)\b[^,.;]{0,20}\b(?:need|require|help|support)/.test(clause);
    return [ASK_HELP, ASK_UNIT]
      .flatMap((pattern) => [...clause.matchAll(pattern)])
      .some((match) => {
        const before = clause.slice(0, match.index);
        // 无需协调, 不需要支持, 已请示: nothing is asked.
        return (
          !/(?:无|不|没有?|毋|勿|免|已经?|暂)$/.test(before) && !/^(?:求)?(?:示|教)/.test(match.groups?.whom ?? "")
        );
      });
  });
}
