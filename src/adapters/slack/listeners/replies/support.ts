// 「配合 21」 and 「催办 21」, and the buttons of the same names.
import type { TaskMeant } from "../../../../app/status/support/support-use-cases.ts";
import { decodeSupport } from "../../ids.ts";
import { lacksArgument } from "../../input/commands.ts";
import { renderSupport, renderUrged } from "../../render/support/page.ts";
import type { Click, Occasion, Office } from "../office.ts";

export async function support(occasion: Occasion, ref: string, office: Office): Promise<void> {
  if (ref === "") throw lacksArgument("support");
  await showSupport(occasion, { ref }, office);
}

export async function supportClicked(click: Click, office: Office): Promise<void> {
  await showSupport(click, decodeSupport(click.value), office);
}

/** 全部查看, in the place of the first five. */
export async function wholeSupport(click: Click, office: Office): Promise<void> {
  const page = await office.useCases.showSupport({ task: decodeSupport(click.value), by: click.user });
  await click.replace(renderSupport(page, office.clock.today(), true));
}

export async function showSupport(occasion: Occasion, task: TaskMeant, office: Office): Promise<void> {
  const page = await office.useCases.showSupport({ task, by: occasion.user });
  await occasion.reply(renderSupport(page, office.clock.today()));
}

export async function urge(occasion: Occasion, ref: string, office: Office): Promise<void> {
  if (ref === "") throw lacksArgument("urge");
  await urgeUnits(occasion, { ref }, office);
}

export async function urgeClicked(click: Click, office: Office): Promise<void> {
  await urgeUnits(click, decodeSupport(click.value), office);
}

async function urgeUnits(occasion: Occasion, task: TaskMeant, office: Office): Promise<void> {
  const urged = await office.useCases.urgeUnits({ task, by: occasion.user });
  await occasion.reply(renderUrged(urged, office.clock.today()));
}
