// The register: own tasks, one task. Documents are in review.ts, units in units.ts.
import { decodeShowTask } from "../ids.ts";
import { lacksArgument } from "../input/commands.ts";
import { renderMyTasks } from "../render/my-tasks.ts";
import { renderTaskPage, taskModal } from "../render/tasks.ts";
import type { Click, Occasion, Office } from "./office.ts";

export async function mine(occasion: Occasion, _text: string, office: Office): Promise<void> {
  const rows = await office.useCases.listMyTasks({ slackUser: occasion.user });
  await occasion.reply(renderMyTasks(rows, office.clock.today()));
}

export async function show(occasion: Occasion, ref: string, office: Office): Promise<void> {
  if (ref === "") throw lacksArgument("show");
  await occasion.reply(
    renderTaskPage(await office.useCases.showTask({ ref, by: occasion.user }), office.clock.today()),
  );
}

/** On the home page there is nothing to answer under: the page of the task opens over it. */
export async function showClicked(click: Click, office: Office): Promise<void> {
  const { ref } = decodeShowTask(click.value);
  if (click.channel !== null || click.triggerId === null) return show(click, ref, office);
  const page = await office.useCases.showTask({ ref, by: click.user });
  await office.client.views.open({ trigger_id: click.triggerId, view: taskModal(page, office.clock.today()) });
}
