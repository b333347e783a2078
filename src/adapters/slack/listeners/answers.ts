// Questions and whether the answer helped.

import { decodeHelpful } from "../ids.ts";
import { lacksArgument } from "../input/commands.ts";
import { renderAnswer, renderFeedbackNoted } from "../render/answers.ts";
import type { Click, Occasion, Office } from "./office.ts";

export async function ask(occasion: Occasion, text: string, office: Office): Promise<void> {
  if (text === "") throw lacksArgument("ask");
  const { answer, questionId } = await office.useCases.answerQuestion({ text, asker: occasion.user });
  await occasion.reply(renderAnswer(answer, questionId, office.clock.today()));
}

export async function markHelpful(click: Click, office: Office, helpful: boolean): Promise<void> {
  await office.useCases.markHelpful({ questionId: decodeHelpful(click.value).questionId, helpful });
  await click.reply(renderFeedbackNoted(helpful));
}
