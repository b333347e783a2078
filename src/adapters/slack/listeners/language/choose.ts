// The language a person reads: shown, and chosen by a word or a click.
import { speaking } from "../../../../text/speaking.ts";
import { decodeLanguage } from "../../ids.ts";
import { renderLanguageChosen, renderLanguages } from "../../render/language.ts";
import type { Click, Occasion, Office } from "../office.ts";

/** 「语言」 shows what is spoken and what can be; 「语言 en」 changes it. */
export async function language(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { useCases } = office;
  if (text === "") return occasion.reply(renderLanguages(await useCases.languageOf(occasion.user)));
  const chosen = await useCases.chooseLanguage({ language: text, by: occasion.user });
  await speaking(chosen, () => occasion.reply(renderLanguageChosen(chosen)));
}

export async function languageClicked(click: Click, office: Office): Promise<void> {
  const chosen = await office.useCases.chooseLanguage({ ...decodeLanguage(click.value), by: click.user });
  await speaking(chosen, () => click.replace(renderLanguages(chosen)));
}
