// ask, parse-update and plan: questions to the register and to the rules.
import { answerQuestion } from "../app/answers/answer-question.ts";
import { loadNames } from "../app/register/load-names.ts";
import { planDay } from "../app/reminders/plan-day.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import { createOfficeClock } from "../office-clock.ts";
import { readStatusReply } from "../reading/replies/status-reply.ts";
import { sayReason } from "../text/say.ts";
import { entries } from "./input.ts";
import { answerJson, planJson, readingJson } from "./json.ts";
import { print, printJson, printJsonLine } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { answerText, planText } from "./words.ts";

/** One object a line when reading standard input; a single question prints one object. */
export function ask(config: Config, question: string, options: { json?: boolean }): Promise<void> {
  const many = question === "-";
  return withRegister(config, async (ports) => {
    for await (const text of entries(question)) {
      const { answer } = await answerQuestion(ports, { text, asker: OPERATOR });
      const said = answerText(answer);
      if (many) printJsonLine(answerJson(answer, said));
      else if (options.json) printJson(answerJson(answer, said));
      else print(said);
    }
  });
}

export async function parseUpdate(
  config: Config,
  text: string,
  options: { today?: string; json?: boolean },
): Promise<void> {
  const today = options.today ?? createOfficeClock(config.timezone).today();
  const write = text === "-" ? printJsonLine : printJson;
  for await (const reply of entries(text)) write(readingJson(readStatusReply(reply, today)));
}

/** A dry run for any date; refuses nothing but a register that cannot be opened. */
export function plan(config: Config, options: { today?: string; json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const day = await planDay(ports, { date: options.today ?? ports.clock.today(), dryRun: true });
    const { tasks, units } = await loadNames(ports);
    const names = { task: (id: number) => tasks.get(id) ?? "", unit: (id: number) => units.get(id) ?? "" };
    if (options.json) printJson(planJson(day, names, sayReason));
    else print(planText(day, names));
  });
}
