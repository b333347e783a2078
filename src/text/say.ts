// Turns keys, codes, dates and states into the words a person reads. Plain text: each surface escapes it for itself.
import { createInstance, type i18n } from "i18next";
import { type IsoDate, isIsoDate, weekdayOf } from "../domain/calendar.ts";
import type { Reason } from "../domain/reason.ts";
import type { Target } from "../domain/register/target.ts";
import type { Role } from "../domain/register/task.ts";
import type { LightColour } from "../domain/status/light.ts";
import type { Status } from "../domain/status/status.ts";
import type { Refusal } from "../errors.ts";
import { en, enByCode, type ParamsOf, type WordKey, zh, zhByCode } from "./languages.ts";
import { plurals } from "./plural.ts";
import { spokenLanguage } from "./speaking.ts";

type Figures = Readonly<Record<string, string | number>>;

const LIGHTS: Readonly<Record<LightColour, string>> = { red: "🔴", yellow: "🟡", green: "🟢", grey: "⚪" };

const words = createWords();

/** Traditional Chinese is converted where it is sent: see `traditional.ts`. */
const FILL = { zh: words.getFixedT("zh"), en: words.getFixedT("en"), "zh-Hant": words.getFixedT("zh") };
const BY_CODE = { zh: zhByCode, en: enByCode, "zh-Hant": zhByCode };

function createWords(): i18n {
  const instance = createInstance().use(plurals);
  void instance.init({
    lng: "zh",
    resources: { zh: { translation: { ...zh, ...zhByCode } }, en: { translation: { ...en, ...enByCode } } },
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: () => "",
  });
  return instance;
}

/** The sentence of a key, its `{{names}}` filled in. A wrong key or a missing figure is a type error. */
export function say<K extends WordKey>(key: K, ...[params]: ParamsOf<K>): string {
  return fill(key, params ?? {});
}

/** Why something is so. `today` leaves the year out of dates of the same year. */
export function sayReason(reason: Reason, today?: IsoDate): string {
  const figures = spoken(reason.params ?? {}, (date) => sayShortDate(date, today ?? null));
  const { days, was } = figures;
  if (typeof days === "number") figures.left = sayDaysLeft(days);
  if (typeof was === "string" && isColour(was)) figures.was = say(`status.colour-${was}`);
  if (reason.instead) figures.instead = sayReason(reason.instead, today);
  return fullest("reasons", reason.code, figures);
}

/** Why not, and what would work. */
export function sayRefusal(refusal: Refusal): string {
  const figures = spoken(refusal.details, (date) => sayDate(date, null));
  const { command, name, why } = figures;
  if (refusal.code === "missing-argument") {
    const lacking = `${command ?? name}`;
    if (lacking in zh.usage) figures.usage = fill(`usage.${lacking}`, {});
    if (`lacks-${lacking}` in zh.usage) figures.name = fill(`usage.lacks-${lacking}`, {});
  }
  if (`why-${why}` in zh.cli) figures.why = fill(`cli.why-${why}`, figures);
  return fullest("refusals", refusal.code, figures);
}

/** Figures that are names joined by 、, as the documents join them. */
const LISTS: ReadonlySet<string> = new Set([
  "choices",
  "missing",
  "names",
  "nearest",
  "ordered",
  "range",
  "tasks",
  "unit",
  "units",
]);

function spoken(figures: Figures, sayDay: (date: IsoDate) => string): Record<string, string | number> {
  const said = Object.entries(figures).map(([name, value]): [string, string | number] => {
    if (typeof value === "number") return [name, value];
    if (isIsoDate(value)) return [name, sayDay(value)];
    return [name, LISTS.has(name) ? sayNames(value) : value];
  });
  return Object.fromEntries(said);
}

/** Names joined by 、 as the spoken language joins them. */
export function sayNames(joined: string): string {
  return joined.split("、").join(say("common.list-comma"));
}

/** 12月9日（周三）. With the year where it is not that of `today`, or where `today` is null. */
export function sayDate(date: IsoDate, today?: IsoDate | null): string {
  const [year, month, day] = parts(date);
  const weekday = fill(`common.weekday-${weekdayOf(date)}`, {});
  return differs(date, today)
    ? say("common.date-with-year", { year, month, day, weekday })
    : say("common.date", { month, day, weekday });
}

/** 12月9日, for days gone by, where the weekday says nothing. The year as in `sayDate`. */
export function sayShortDate(date: IsoDate, today?: IsoDate | null): string {
  const [year, month, day] = parts(date);
  return differs(date, today)
    ? say("common.short-date-with-year", { year, month, day })
    : say("common.short-date", { month, day });
}

/** Working days left: 还有 5 个工作日 / 今天到期 / 已逾期 3 个工作日. */
export function sayDaysLeft(days: number): string {
  if (days > 0) return say("common.days-left", { days });
  return days === 0 ? say("common.due-today") : say("common.days-over", { days: -days });
}

/** 推进中, or 推进中 60%. */
export function sayStatus(status: Status, percent: number | null = null): string {
  const name = say(`common.status-${status}`);
  return percent === null ? name : `${name} ${percent}%`;
}

function isColour(text: string): text is LightColour {
  return text in LIGHTS;
}

export function sayLight(colour: LightColour): string {
  return LIGHTS[colour];
}

/** 牵头 / 配合. */
export function sayRole(role: Role): string {
  return say(`common.role-${role}`);
}

/** 市教育局、市财政局; of more than `most` names the first ones and how many there are in all. */
export function sayList(names: readonly string[], most = 5, cut: "list-cut" | "list-cut-days" = "list-cut"): string {
  const comma = say("common.list-comma");
  if (names.length <= most) return names.join(comma);
  return say(`common.${cut}`, { names: names.slice(0, most).join(comma), total: names.length });
}

/** Numbers of tasks, runs drawn together: 1–3、5、8. Of more than `most` runs the first ones, then …. */
export function sayRefs(refs: readonly string[], most = 8): string {
  const runs: string[][] = [];
  for (const ref of refs) {
    const run = runs.at(-1);
    if (run && Number(ref) === Number(run.at(-1)) + 1) run.push(ref);
    else runs.push([ref]);
  }
  const comma = say("common.list-comma");
  const said = runs.slice(0, most).map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(comma)));
  return `${said.join(comma)}${runs.length > most ? "…" : ""}`;
}

/** 25000 → 2.5万; 156 → 156. In English 25,000. */
function sayNumber(value: number): string {
  if (spokenLanguage() === "en") return value.toLocaleString("en");
  const inTenThousands = value / 10_000;
  if (value < 10_000 || Math.round(inTenThousands * 100) / 100 !== inTenThousands) return String(value);
  return say("common.ten-thousand", { number: inTenThousands });
}

/** 156 个, 2.1万人, 75%. */
export function sayAmount(value: number, unit: string): string {
  const number = sayNumber(value);
  return /[万\d]$/.test(number) && unit !== "%" && !number.endsWith("万") ? `${number} ${unit}` : `${number}${unit}`;
}

/** 到2025年12月31日 10 所以上；每年 5000 人以上. */
export function sayTargets(targets: readonly Target[]): string {
  return targets.map(sayTarget).join(say("common.list-semicolon"));
}

function sayTarget(target: Target): string {
  const amount = sayAmount(target.value, target.unit);
  const sides = {
    ">=": say("common.target-at-least", { amount }),
    "<=": say("common.target-at-most", { amount }),
    "~": say("common.target-about", { amount }),
  };
  const by = /^by (\d{4}-\d{2}-\d{2})$/.exec(target.period ?? "")?.[1];
  const period = by !== undefined ? say("common.target-by", { date: sayShortDate(by, null) }) : null;
  const annual = target.period === "annual" ? say("common.target-annual") : null;
  const each = target.scope === "each" ? say("common.target-each") : null;
  return [period ?? annual, each, sides[target.comparator]]
    .filter((part) => part !== null)
    .join(say("common.target-joint"));
}

/** The first sentence whose figures are all given, else the last: it needs the fewest. */
function fullest(group: keyof typeof zhByCode, code: string, figures: Figures): string {
  const table: Readonly<Record<string, readonly string[]>> = BY_CODE[spokenLanguage()][group];
  const sentences = table[code] ?? [];
  const fits = (text: string) =>
    [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].every(([, name]) => (figures[name ?? ""] ?? "") !== "");
  const index = sentences.findIndex(fits);
  return fill(`${group}.${code}.${index < 0 ? sentences.length - 1 : index}`, figures);
}

/** `replace` keeps the figures apart from i18next's own options (`count`, `context`, `lng` …). */
function fill(key: string, figures: Figures): string {
  return FILL[spokenLanguage()](key, { replace: figures });
}

function parts(date: IsoDate): [year: string, month: string, day: number] {
  return [date.slice(0, 4), fill(`common.month-${Number(date.slice(5, 7))}`, {}), Number(date.slice(8, 10))];
}

function differs(date: IsoDate, today: IsoDate | null | undefined): boolean {
  if (today === undefined) return false;
  return today === null || today.slice(0, 4) !== date.slice(0, 4);
}
