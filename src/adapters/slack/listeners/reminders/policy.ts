// 「提醒 规则」: the rules for everybody to read, and the secretary's changes to them.
import { parsePolicyArguments } from "../../input/policy-arguments.ts";
import {
  renderLeadRule,
  renderPolicy,
  renderPolicyChanged,
  renderTaskSteps,
  renderTaskStepsChanged,
} from "../../render/overview/policy.ts";
import type { Occasion, Office } from "../office.ts";
import { follow } from "../redraw.ts";

export async function policy(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { useCases, clock } = office;
  const wanted = parsePolicyArguments(text);
  const by = occasion.user;
  switch (wanted.kind) {
    case "show": {
      // Swedish writes dates as YYYY-MM-DD.
      const format = new Intl.DateTimeFormat("sv-SE", { timeZone: clock.timeZone ?? "UTC", dateStyle: "short" });
      return occasion.reply(renderPolicy(await useCases.showPolicy(), (instant) => format.format(instant)));
    }
    case "change":
      return occasion.reply(renderPolicyChanged(await useCases.changePolicy({ ...wanted, by })));
    case "lead-rule": {
      const set = await useCases.setLeadRule({ ref: wanted.ref, rule: wanted.rule, by });
      await occasion.reply(renderLeadRule(set));
      return (await follow(() => useCases.followDates([set.taskId]), office)).redraw();
    }
    case "show-task":
      return occasion.reply(renderTaskSteps(await useCases.showTaskSteps(wanted)));
    case "change-task":
      return occasion.reply(renderTaskStepsChanged(await useCases.setTaskSteps({ ...wanted, by })));
    default:
      return wanted satisfies never;
  }
}
