// The languages agree: the same keys, the same figures in every sentence; English holds nothing but English.
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/domain/language.ts";
import { Refusal } from "../../src/errors.ts";
import { en, enByCode, zh, zhByCode } from "../../src/text/languages.ts";
import {
  say,
  sayAmount,
  sayDate,
  sayDaysLeft,
  sayList,
  sayReason,
  sayRefs,
  sayRefusal,
  sayShortDate,
  sayStatus,
  sayTargets,
} from "../../src/text/say.ts";
import { speaking, spokenLanguage } from "../../src/text/speaking.ts";
import { inSpokenScript } from "../../src/text/traditional.ts";

/** Every sentence by its path: `common.more`, `refusals.unknown-task.0`. */
function sentences(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value]] : sentences(value, at);
  });
}

const namesIn = (text: string) => [...new Set(text.match(/(?<=\{\{)\w+/g))].sort().join();

/** Words that are no English: how a language calls itself, and what is typed or written in Chinese whoever reads it. */
const HAN_ALLOWED =
  /^language\.name-|^cli\.start-try-ask$|^refusals\.(?:calendar-file-unreadable|list-without-members)\./;

describe("English and Chinese", () => {
  const chinese = new Map(sentences({ ...zh, ...zhByCode }));
  const english = new Map(sentences({ ...en, ...enByCode }));

  it("have the same words", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect(english.size).toBeGreaterThan(800);
  });

  it("name the same figures in every sentence", () => {
    const differing = [...chinese].filter(([key, text]) => namesIn(text) !== namesIn(english.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("English has no Chinese words or punctuation, and nobody is shouted at", () => {
    const odd = [...english].filter(
      ([key, text]) => !HAN_ALLOWED.test(key) && /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF!]/u.test(text),
    );
    expect(odd).toEqual([]);
  });

  it("English says of one and of several", () => {
    expect(speaking("en", () => say("common.more", { count: 1 }))).toBe("1 more task");
    expect(speaking("en", () => say("common.more", { count: 12 }))).toBe("12 more tasks");
    const halves = [...english].flatMap(([key, text]) =>
      [...text.matchAll(/\{\{\w+, ([^}]*)\}\}/g)]
        .filter(([, forms = ""]) => forms.split("|").length !== 2)
        .map(() => key),
    );
    expect(halves).toEqual([]);
  });

  it("English refusals say what would work", () => {
    for (const [code, variants] of Object.entries(enByCode.refusals)) {
      for (const text of variants) expect(text, code).toMatch(/[Pp]lease/);
    }
  });
});

describe("English", () => {
  const inEnglish = <T>(work: () => T): T => speaking("en", work);

  it.each([
    [() => sayDate("2026-12-09"), "Wed 9 Dec"],
    [() => sayDate("2027-01-01", "2026-12-31"), "Fri 1 Jan 2027"],
    [() => sayShortDate("2026-11-03", "2026-12-01"), "3 Nov"],
    [() => sayDaysLeft(5), "5 working days left"],
    [() => sayDaysLeft(1), "1 working day left"],
    [() => sayDaysLeft(0), "due today"],
    [() => sayDaysLeft(-3), "3 working days overdue"],
    [() => sayStatus("on_track", 60), "on track 60%"],
    [() => sayList(["甲", "乙", "丙"], 2), "甲, 乙 … (3 in all)"],
    [() => sayRefs(["1", "2", "3", "5", "8"]), "1–3, 5, 8"],
    [() => sayAmount(21_000, "人"), "21,000 人"],
    [() => sayAmount(75, "%"), "75%"],
    [
      () => sayTargets([{ value: 25_000, unit: "人", period: "annual", scope: "each", text: "", comparator: ">=" }]),
      "every year, each member unit, at least 25,000 人",
    ],
    [
      () => sayReason({ code: "supporting-missing", params: { missing: "甲县、乙县", answered: 4, total: 6 } }),
      "4/6 supporting units have reported; missing: 甲县, 乙县",
    ],
    [
      () => sayReason({ code: "escalation-stopped", params: { why: "已说明、下周报" } }),
      "escalation stopped: 已说明、下周报",
    ],
    [
      () => sayRefusal(new Refusal("unknown-task", { ref: "35", range: "1–29" })),
      "Not saved: there is no task 35 (tasks: 1–29). Please send “/lianxi mine” for your units' tasks.",
    ],
    [
      () => sayRefusal(new Refusal("missing-argument", { name: "show" })),
      "Not done: the task number is missing. Please write: /lianxi show 21",
    ],
    [
      () => sayRefusal(new Refusal("config-invalid", { name: "LIANXI_TIMEZONE", why: "time-zone" })),
      "Not started: LIANXI_TIMEZONE is not valid (not the name of a time zone, for example Asia/Shanghai). Please correct it as .env.example shows.",
    ],
  ])("%s", (work, said) => {
    expect(inEnglish(work)).toBe(said);
  });
});

describe("whose language is spoken", () => {
  it("is the listener's, through everything that is waited for, and the office's to who has chosen none", async () => {
    const later = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return spokenLanguage();
    };
    const [one, two, three] = await Promise.all([
      speaking("en", later),
      speaking("zh-Hant", later),
      speaking("en", () => speaking(null, later)),
    ]);
    expect([one, two, three, spokenLanguage()]).toEqual(["en", "zh-Hant", "zh", "zh"]);
  });

  it.each(LANGUAGES)("%s has words", (language) => {
    expect(speaking(language, () => say("common.none"))).not.toBe("");
  });
});

describe("Traditional Chinese", () => {
  it.each([
    ["请于 12月9日（周三）前报送 2 项进展", "請於 12月9日（週三）前報送 2 項進展"],
    ["联络员：<@U1>、<https://例.cn/进展|进展>", "聯絡員：<@U1>、<https://例.cn/进展|進展>"],
    ["后台、里程、干部、台账", "後臺、里程、幹部、臺賬"],
    ["也可直接回复本消息，会签、签收、复核、恢复、答复", "也可直接回覆本消息，會簽、簽收、複核、恢復、答覆"],
  ])("%s", (simplified, traditional) => {
    expect(speaking("zh-Hant", () => inSpokenScript(simplified))).toBe(traditional);
    expect(inSpokenScript(simplified)).toBe(simplified);
  });
});
