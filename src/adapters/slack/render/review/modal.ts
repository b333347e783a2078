// The form that changes one guess: units as text, or a date.
import type { InputBlock, ModalView } from "@slack/types";
import type { ReviewItem } from "../../../../domain/register/review/review-items.ts";
import type { UnitMention } from "../../../../domain/register/unit.ts";
import { say } from "../../../../text/say.ts";
import { encodeGuess, REVIEW_FIELD, VIEW } from "../../ids.ts";
import { clip, LIMITS } from "../../limits.ts";
import { bold, context, cut, section } from "../blocks.ts";
import { quoteLine, taskOf } from "./card.ts";

export function reviewModal(importId: number, item: ReviewItem): ModalView {
  return {
    type: "modal",
    callback_id: VIEW.review,
    private_metadata: encodeGuess({ importId, key: item.key }),
    title: plain(say("register.form-title")),
    submit: plain(say("register.form-submit")),
    close: plain(say("register.form-close")),
    blocks: [...(item.task ? [section(bold(taskOf(item)))] : []), context(quoteLine(item)), ...fieldsOf(item)],
  };
}

function fieldsOf({ field, proposal }: ReviewItem): InputBlock[] {
  switch (field) {
    case "lead":
      return [unitsField(REVIEW_FIELD.lead, say("register.form-lead"), unitsOf(proposal))];
    case "supporting":
      return [
        { ...unitsField(REVIEW_FIELD.supporting, say("register.form-supporting"), unitsOf(proposal)), optional: true },
      ];
    case "unit": {
      const unit = proposal.kind === "unit" ? cut(proposal.unit.name, "name") : "";
      return [unitsField(REVIEW_FIELD.units, say("register.form-units", { unit }), [])];
    }
    case "deadline":
      return [dueField(proposal.kind === "deadlines" ? (proposal.deadlines[0]?.due ?? null) : null)];
    case "task":
    case "unread": {
      const { lead, supporting } = proposal.kind === "task" ? proposal : { lead: [], supporting: [] };
      return [
        unitsField(REVIEW_FIELD.lead, say("register.form-lead"), lead),
        { ...unitsField(REVIEW_FIELD.supporting, say("register.form-supporting"), supporting), optional: true },
      ];
    }
    case "target":
      return [];
    default:
      return field satisfies never;
  }
}

function unitsOf(proposal: ReviewItem["proposal"]): readonly UnitMention[] {
  return proposal.kind === "units" ? proposal.units : [];
}

function unitsField(id: string, label: string, units: readonly UnitMention[]): InputBlock {
  const names = clip(units.map(({ name }) => name).join("、"), LIMITS.inputValue);
  return {
    type: "input",
    block_id: id,
    label: plain(label),
    hint: plain(say("register.form-units-hint")),
    element: {
      type: "plain_text_input",
      action_id: id,
      multiline: true,
      max_length: LIMITS.inputValue,
      ...(names === "" ? {} : { initial_value: names }),
    },
  };
}

function dueField(due: string | null): InputBlock {
  const id = REVIEW_FIELD.due;
  return {
    type: "input",
    block_id: id,
    optional: true,
    label: plain(say("register.form-due")),
    hint: plain(say("register.form-due-hint")),
    element: { type: "datepicker", action_id: id, ...(due === null ? {} : { initial_date: due }) },
  };
}

function plain(text: string) {
  return { type: "plain_text", text } as const;
}
