// ask and parse-update: questions to the register and to the rules.
import { answerQuestion } from "../app/answers/answer-question.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import { createOfficeClock } from "../office-clock.ts";
import { readStatusReply } from "../reading/replies/status-reply.ts";
import { entries } from "./input.ts";
import { answerJson, readingJson } from "./json.ts";
import { print, printJson, printJsonLine } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { answerText } from "./words.ts";

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
