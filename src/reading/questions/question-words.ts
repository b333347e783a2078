// Words of a question that say nothing about the task meant: 请问, 谁负责, 归哪个部门管. Taken out before the register is searched.

/** What a task is about may stand behind 谁 too (谁补助, 谁培训): such a word stays. */
const ABOUT = "补助|补贴|奖励|奖补|培训|招聘|招生|检查|评选|评定|考核|宣传|试点|衔接|就业|实习|用工";

/** Longest first within one pattern, because the first alternative that fits wins. */
const ASKING: readonly RegExp[] = [
  /(?:请问|麻烦问|想问|问一下|咨询|我想知道|想了解|了解一下|帮我查|查一下|查询|查找|^查|您好|你好|谢谢|劳驾|麻烦)(?:一下|下)?/g,
  new RegExp(
    `(?:是|由|归|找|问|让|属于?|该|要)?(?:谁|哪一?[个家]?(?:单位|部门|局|委)?)(?:来|去|在|应该?|要|能|可以)?(?!${ABOUT})[\\u4e00-\\u9fff]{1,2}的?(?=$|[,?!。、\\s])`,
    "g",
  ),
  /(?:具体)?(?:应该|应当|应|该|要|需要|可以|能)?(?:是|由|归|属于?|找|问|联系|向|跟|和)?(?:到底|究竟)?(?:谁|哪一?[个家些]?(?:市级|政府)?(?:单位|部门|局|委|机构|科室|人)?|什么(?:单位|部门|人|地方)|哪里|哪儿)(?:来|在|去|要|应该)?(?:具体)?(?:牵头|负责|主管|管理|主抓|承担|分管|配合|支持|协办|主办|组织实施|落实|办理|办|管|抓|做|搞|组织|出|给|发)?(?:的责任|责任|的职责|的)?/g,
  /(?:牵头|配合|责任|主管|主办|协办|负责|承办)(?:的?(?:单位|部门|人|方))?(?:都?(?:是|有)?(?:谁|哪些|哪几个|哪个|什么|哪家))?/g,
  /联络员|联系人|联系方式|联系电话|电话|对接人/g,
  /(?:进展|进度|情况|状态|现状|推进)(?:如何|怎么样|怎样|到哪一?步了?|到什么程度了?)|怎么样了?|怎么办|做得如何|到哪一步了?|完成了(?:没有|吗)|什么时候(?:完成|到期)?|何时|多久|截止(?:时间|日期)?|期限|时限|到期日/g,
  /多少|几个|几家|几所|几人|是什么|有什么|有哪些|哪些|什么|怎么|如何|是不是|有没有|是否|为什么|能不能|可不可以/g,
  /(?:这|那|该|此)(?:一?[项个件条]|些)?(?:工作|任务|事项|事情|事|内容|政策|要求|规定|目标)?/g,
  /(?:的|相关|有关|方面)?(?:工作|任务|事项|事情|这事|内容|的事|事宜|职责|分工|责任)(?=[,.?。、]|$|的|是|由|归|谁)/g,
  /关于|对于|有关|相关|方面|目前|现在|今年|一下|具体|主要|自己|每个?[年月天]|算不算|太[多少大小差]|那[个种些]|这[块个种些]|我们|咱们|他们|你们|你|我|想要?|需要|希望/g,
  /\b(?:who|which|what|whom|is|are|does|do|did|the|of|for|in|to|a|an|and|by|in charge|charge|responsible|owns?|leads?|leading|unit|units|department|bureau|task|tasks|please|tell|me|about|handles?|runs?|should|i|ask|contact|support(?:s|ing)?|assists?|how|many|much|when|due)\b/g,
];
/** Words that only join others: what they join is looked up apart. */
const JOINING =
  /[的把被给]|对(?![接口象比应])|了(?!解)|和(?!谐)|(?<!参)与|及(?!时)|或|能(?=拿|领|得|不能)|[几一两]个|里(?=开|的|有)|再(?=培)|要(?!素|求|闻|件)|补不补|政府(?=给|补|发|出)/g;
const PARTICLES = /[吗呢吧啊呀嘛哦么?!。,;:、'"“”‘’()[\]《》「」【】<>]/g;

/** What is left of a normalised, lower-case question once its asking words are out: the words to search for. */
export function withoutQuestionWords(question: string): string {
  let rest = question;
  for (const pattern of ASKING) rest = rest.replace(pattern, " ");
  return rest.replace(PARTICLES, " ").replace(JOINING, " ").replace(/\s+/g, " ").trim();
}
