// The words that tell where a task stands, as tables: words → what they say, and what they say when negated.

/** What one clause says. `moving` is weaker than `smooth`: it goes with trouble, the other contradicts it. */
export type Signal =
  | "done"
  | "done-of-something"
  | "undone"
  | "partly"
  | "forecast"
  | "not_started"
  | "to_start"
  | "moving"
  | "smooth"
  | "at_risk"
  | "blocked";

interface WordRule {
  readonly signal: Signal;
  readonly words: RegExp;
  /** What the words mean after 没有, 未, 不; null = nothing. */
  readonly negated: Signal | null;
}

const NOT =
  /(?:没有?|未|并非|不是|无(?!锡)|(?<!因)不(?!断|仅|但|可抗|少|同|久)|别|避免|防止|防范|克服|化解|解除|解决|消除|排除|降低|减轻)[^,]{0,3}$|(?:\b(?:not|no|never|without|yet to)|n't)\b[^,]{0,12}$/;

const RULES: readonly WordRule[] = [
  {
    signal: "blocked",
    words:
      /受阻|停滞|停摆|停工|搁置|搁浅|卡住|卡壳|卡在|卡脖子|卡死|中断|暂停|暂缓|推不动|推进不(?:了|下去)|(?:无法|没法|没办法)(?:继续|正常|有效)?(?:推进|开展|实施|启动|进行|开工|动工|施工|进场|动(?!态)|干)|(?:资金|经费|拨款|土地|用地|批复|编制|场地|设备|人员|手续|环评|许可|立项|规划|文件|指标|通知)(?:仍|还|尚)?(?:未|没有?|迟迟未|迟迟没有?)(?:落实|到位|下达|拨付|解决|批复|下发|出台)|(?:等待|(?:^|[在仍还正只需要现都因均就们哋,\s])等)(?:着|候|紧)?[^,]{0,8}?(?:资金|经费|拨款|批复|批文|审批|用地|指标|文件|发文|来文|复函|回复|到位|下达|通知)(?!需求|核算|等)|待(?:资金|经费|上级)[^,]{0,6}(?:到位|下达|批复|落实|下发|出台)|(?:^|[在仍还正只现都,\s])等[^,]{1,6}批(?:示|准)?$|\b(?:blocked|stuck|stalled|on hold|halted|suspended)\b|\b(?:waiting|awaiting)\b/g,
    negated: null,
  },
  {
    signal: "at_risk",
    words:
      /滞后|偏慢|较慢|缓慢|(?:进度|进展|推进|速度|节奏)[^,]{0,4}慢|有[点些]慢|太慢|落后|延误|拖延|拖后|逾期|超期|不及预期|不理想|不达标|不太顺|有风险|风险(?!评估|防[控范]|可控|较[小低]|保证|补偿|基金|提示|排查|共担)|(?:存在|有|遇到|面临|出现|受到?)(?:一定|较大|一些|不少|很大|诸多)?的?(?:困难|难度|难题|阻力|压力|问题(?!\s*:?\s*(?:无|没有|暂无))|制约)|(?:存在|遇到|面临|出现)(?!问题)[^,:]{1,10}(?:问题|困难|不足|短板|瓶颈)|(?:资金|经费|人手|人员|师资|编制|场地)[^,]{0,4}(?:不足|不够|短缺|紧缺|吃紧)|(?:几乎|基本|实质性?)(?:上)?(?:没有?|无)[^,]{0,3}进展|(?:没有?|无)(?:实质性?|明显|太大|多大)进展|进展(?:不大|甚微)|(?:压力|难度|困难)(?:较|很|比较|非常)?大|(?:难以|恐|恐难|无法|不能|未能|没能|不一定能?)(?:按(?:期|时|计划)|如期|及时)|完不成|完成不了|赶不上|来不及|返工|悬了|够呛|\b(?:at risk|behind(?: schedule)?|delay(?:ed|s)?|slow|slipping|difficult(?:y|ies)|overdue|miss(?:ing)? the deadline)\b/g,
    negated: null,
  },
  {
    signal: "not_started",
    words:
      /(?:未|没有?|没)(?:有)?(?:正式|实质性?|全面|真正|完全|来得及)?(?:启动|开始|开展|动工|开工|着手|实施|起步|推开|动手|动弹|铺开|展开)|(?:还|尚|都|一直)?没(?:怎么)?动(?=$|[,\s呢])|\b(?:(?:has|have|is|was)(?: not|n't)(?: yet)? (?:been )?|not(?: yet)? |yet to (?:be )?)(?:start|begin|begun|launch|commence|kicked)\w*/g,
    negated: null,
  },
  {
    signal: "to_start",
    words:
      /(?:待|拟|拟于|计划|准备|即将|预计|马上|立即|随即|近日)[◇◆]?(?:就|要|就要)?(?:正式|全面)?(?:启动|开工|动工|开始|开展)/g,
    negated: null,
  },
  {
    signal: "smooth",
    words:
      /顺利|进展(?:良好|正常|平稳|较快)|(?:有序|稳步|正常|平稳|积极|扎实|全力|全面|加快|持续|有力)(?:地)?推进|(?:情况|势头|态势)(?:总体|较为|比较)?(?:良好|较好)|(?:按照?|照)(?:计划|时间节点|时间表|节点|进度|方案|序时进度|要求)(?:有序|稳步|正常)?(?:推进|进行|实施|开展|落实|走|办)|按(?:期|时)(?:推进|进行|实施)|按(?:照)?计划(?=$|[◇◆\d])|(?:进度|情况|工作|运行|各项工作)(?:总体|基本)?正常|如期(?:推进|进行|实施)|符合(?:序时)?进度|达到序时|一切正常|按部就班|赶得上|来得及|状态良好|超(?:额|前|序时)|\b(?:on track|on schedule|as planned|according to plan|going well|smoothly|ahead of schedule)\b/g,
    negated: "at_risk",
  },
  {
    signal: "moving",
    words:
      /正在|[在正](?:抓紧|加紧)|正常(?:地)?走|走(?:着)?(?:流程|程序)|收尾|尾声|收官|差不多了|快[完好]了|接近完成|(?:只|就|仅)[剩差]|还剩最后|(?:处于|处在|进入)[^,]{1,10}(?:阶段|环节|程序)|(?:尚|仍|还|正)(?:处于|在)(?!等)|推进|(?:进行|审批|审核|公示|评审|评估|招标|采购|编制|验收|汇总|审计|征集)中|办理中|落实中|实施中|建设中|筹备中|开展中|整改中|进展中|施工中|(?:已经?|均已|都已)(?:全面|全部|正式|陆续|累计|顺利|初步|先后|按计划|成功|共)?(?:启动|开展|开始|部署|开工|动工|着手|立项|安排|制定|印发|起草|出台|草拟|征求|召开|组织|建立|形成|上报|发布|签|开设|开办|开|培训|培养|输送|新建|新增|建成|建|兑现|拨付|发放|落实|进入|报(?=[^,\s])|招|挂网|举办|认定|核查|摸底|对接|上线|试运行|投用|启用|开通|挂牌|揭牌|安装|采购|录取|配齐|配备|结束|成立|明确)|继续(?:做好|抓好|开展|实施)|\b(?:in progress|ongoing|progressing|under ?way|started|launched|working on)\b/g,
    negated: null,
  },
];

/** What a clause says, apart from completion (see `completion.ts`). */
export function readSignals(clause: string): ReadonlySet<Signal> {
  const signals = new Set<Signal>();
  for (const rule of RULES) {
    for (const match of clause.matchAll(rule.words)) {
      const signal = NOT.test(clause.slice(0, match.index)) ? rule.negated : rule.signal;
      if (signal !== null) signals.add(signal);
    }
  }
  return signals;
}
