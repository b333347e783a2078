// Reads rendered messages as a person would: the lines on the screen and the buttons below them.
import type { Button } from "@slack/types";
import type { SlackMessage } from "../../../../src/adapters/slack/render/message.ts";

/** Every line of text, in order. */
export function linesOf({ blocks }: Pick<SlackMessage, "blocks">): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "section") {
      return [block.text?.text ?? [], ...(block.fields ?? []).map((field) => field.text.replace("\n", "："))]
        .flat()
        .flatMap((text) => text.split("\n"));
    }
    if (block.type === "context") return block.elements.flatMap((one) => ("text" in one ? one.text.split("\n") : []));
    return [];
  });
}

export interface SeenButton {
  readonly label: string;
  readonly action: string | undefined;
  readonly value: string | undefined;
}

/** Every button, those beside a line and those in rows, in order. */
export function buttonsOf({ blocks }: Pick<SlackMessage, "blocks">): SeenButton[] {
  return blocks
    .flatMap((block): { type: string }[] => {
      if (block.type === "section") return block.accessory ? [block.accessory] : [];
      return block.type === "actions" ? block.elements : [];
    })
    .filter((one): one is Button => one.type === "button")
    .map(({ text, action_id, value }) => ({ label: text.text, action: action_id, value }));
}

/** The options of every select, by their labels. */
export function choicesOf({
  blocks,
}: Pick<SlackMessage, "blocks">): { action: string | undefined; label: string; value: string }[] {
  return blocks
    .flatMap((block) => (block.type === "actions" ? block.elements : []))
    .flatMap((one) =>
      one.type === "static_select"
        ? (one.options ?? []).map(({ text, value }) => ({
            action: one.action_id,
            label: text.text,
            value: value ?? "",
          }))
        : [],
    );
}
