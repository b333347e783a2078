// A register of responsibilities as plain data, and arbitrary ones with what must be read from them.
import fc from "fast-check";
import type { DraftDocument } from "../../../src/domain/register/draft.ts";

export interface SampleTask {
  readonly number: string;
  readonly section: string | null;
  readonly text: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
  /** What a time column says, "" for nothing. */
  readonly deadline: string;
}

export interface SampleRegister {
  readonly title: string;
  readonly tasks: readonly SampleTask[];
}

/** A register together with the dates and figures that its words set, per task. */
export interface KnownRegister extends SampleRegister {
  readonly facts: readonly { readonly deadlines: readonly string[]; readonly targets: readonly string[] }[];
}

const UNITS = [
  "市教育局",
  "市人力资源社会保障局",
  "市发展改革委",
  "市财政局",
  "市工业和信息化局",
  "市市场监管局",
  "市卫生健康委",
  "市住房和城乡建设局",
  "市文化广电和旅游局",
  "市委宣传部",
  "市总工会",
  "人民银行云川支行",
  "市教育局（市体育局）",
  "各县区人民政府",
  "市各功能区管委会",
  "各职技院校",
  "各县（市、区）人民政府",
  "有关行业协会",
] as const;

const SECTIONS = ["产业专业精准匹配", "扩大技能人才供给", "深化校企融合培养", "保障重点企业用工", "优化营商环境"];
const NUMERALS = "一二三四五六七八九十";

interface Phrase {
  readonly words: string;
  readonly deadlines?: readonly string[];
  readonly targets?: readonly string[];
}

const ACTIONS: readonly Phrase[] = [
  { words: "建立健全部门联动工作机制" },
  { words: "支持行业龙头企业（含民营企业）参与办学" },
  { words: "开展“订单班”“冠名班”培养" },
  { words: "对通过考核的企业给予一次性20万元补助" },
  { words: "推进6+3+X产业体系和20条产业链建设" },
];
const FIGURES: readonly Phrase[] = [
  { words: "" },
  { words: "到2027年建成示范园区12个以上", deadlines: ["by 2027-12-31"], targets: [">= 12个 by 2027-12-31"] },
  { words: "每年培训技能人才3000人以上", deadlines: ["annual"], targets: [">= 3000人 annual"] },
  { words: "2026年9月底前完成目录编制", deadlines: ["by 2026-09-30"] },
  { words: "本地就业率达70%以上", targets: [">= 70%"] },
  { words: "每季度召开调度会不少于1次", deadlines: ["recurring 3"], targets: [">= 1次"] },
  { words: "每年6月底前公布名单", deadlines: ["annual month 6"] },
];
const TIMES: readonly Phrase[] = [
  { words: "" },
  { words: "2026年10月底前", deadlines: ["by 2026-10-31"] },
  { words: "2027年3月", deadlines: ["by 2027-03-31"] },
  { words: "长期坚持" },
];

const someUnits = (min: number, max: number) => fc.subarray([...UNITS], { minLength: min, maxLength: max });

/** Neighbours often share their leads, and sometimes all their units: that is what merged cells are for. */
const task = fc.record({
  action: fc.constantFrom(...ACTIONS),
  figure: fc.constantFrom(...FIGURES),
  time: fc.constantFrom(...TIMES),
  units: someUnits(1, 7),
  leads: fc.integer({ min: 1, max: 3 }),
  like: fc.constantFrom("none", "none", "lead", "both"),
});

/** Registers of up to five sections with up to five tasks each, numbered through. */
export const knownRegister: fc.Arbitrary<KnownRegister> = fc
  .record({
    sections: fc.array(fc.array(task, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    sectioned: fc.boolean(),
  })
  .map(({ sections, sectioned }) => {
    const tasks: SampleTask[] = [];
    const facts: KnownRegister["facts"][number][] = [];
    for (const [i, group] of sections.entries()) {
      for (const given of group) {
        const before = tasks.at(-1);
        const lead = given.like !== "none" && before ? before.lead : given.units.slice(0, given.leads);
        const rest = given.units.slice(given.leads).filter((unit) => !lead.includes(unit));
        const parts = [given.action, given.figure].filter(({ words }) => words !== "");
        tasks.push({
          number: String(tasks.length + 1),
          section: sectioned ? `${NUMERALS[i]}、${SECTIONS[i]}` : null,
          text: `${parts.map(({ words }) => words).join("；")}。`,
          lead,
          supporting: given.like === "both" && before ? before.supporting : rest,
          deadline: given.time.words,
        });
        facts.push({
          deadlines: [...new Set([given.time, ...parts].flatMap(({ deadlines = [] }) => deadlines))],
          targets: parts.flatMap(({ targets = [] }) => targets),
        });
      }
    }
    return { title: "云川市2026年重点工作任务分解", tasks, facts };
  });

/** What a draft says of each task, to be held against `expectedOf`. */
export function readBack(draft: DraftDocument) {
  return draft.tasks.map(({ ref, section, text, lead, supporting, deadlines, targets, review }) => ({
    number: ref,
    section,
    text,
    lead: lead.map(({ name }) => name),
    supporting: supporting.map(({ name }) => name),
    deadlines: deadlines
      .filter(({ kind }) => kind !== "undated")
      .map(({ kind, due, everyMonths, month }) =>
        [kind, due, everyMonths, month && `month ${month}`].filter(Boolean).join(" "),
      ),
    targets: targets.map(({ comparator, value, unit, period }) =>
      [comparator, `${value}${unit}`, period].filter(Boolean).join(" "),
    ),
    guesses: review.filter(({ field }) => field === "lead" || field === "supporting").map(({ reason }) => reason.code),
  }));
}

/** Every task as it was written, nothing guessed. `keepsTimes`: the layout has a time column. */
export function expectedOf({ tasks, facts }: KnownRegister) {
  return tasks.map(({ deadline: _, ...task }, i) => ({ ...task, ...facts[i], guesses: [] }));
}
