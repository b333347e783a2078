// Slack's limits, in one table, and a check of rendered blocks against it. Lengths are UTF-16 units, as Slack counts them.
import type { AnyBlock, View } from "@slack/types";

/** docs.slack.dev, block kit and chat.postMessage reference. */
export const LIMITS = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /** Text of all blocks of a message together. */
  textPerMessage: 12_000,
  /** `text` beside the blocks; Slack cuts what is longer. */
  messageText: 4_000,
  sectionText: 3_000,
  headerText: 150,
  fields: 10,
  fieldText: 2_000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  checkboxOptions: 10,
  placeholder: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputValue: 3_000,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  privateMetadata: 3_000,
  id: 255,
} as const;

/** At most `max` UTF-16 units, the last of them 「…」 where something was cut off; never half a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = text.slice(0, max - 1);
  if (/[\uD800-\uDBFF]$/.test(cut)) cut = cut.slice(0, -1);
  return `${cut}…`;
}

/** What Slack would refuse in these blocks, one line each; empty when it would take them. */
export function checkLimits(blocks: readonly AnyBlock[], maxBlocks: number = LIMITS.blocksPerMessage): string[] {
  const problems: string[] = [];
  if (blocks.length > maxBlocks) problems.push(`${blocks.length} blocks, at most ${maxBlocks}`);
  for (const [index, block] of blocks.entries()) {
    problems.push(...checkObject(block, `blocks[${index}]`, null));
    if (block.type === "actions" || block.type === "section") problems.push(...checkActionIds(block, index));
  }
  const total = textLength(blocks);
  if (total > LIMITS.textPerMessage) problems.push(`${total} characters of text, at most ${LIMITS.textPerMessage}`);
  return problems;
}

/** The same for a modal or a home tab. */
export function checkView(view: View): string[] {
  const problems = checkLimits(view.blocks, LIMITS.blocksPerView);
  for (const part of ["title", "submit", "close"] as const) {
    const text = part in view ? (view as { [P in typeof part]?: { text: string } })[part]?.text : undefined;
    if (text !== undefined) problems.push(...tooLong(text, LIMITS.viewTitle, `view.${part}`));
  }
  problems.push(...tooLong(view.private_metadata ?? "", LIMITS.privateMetadata, "view.private_metadata"));
  const fields = view.blocks.flatMap((block) => block.block_id ?? []);
  if (new Set(fields).size < fields.length) problems.push("view: a block_id twice");
  return problems;
}

/** Longest text by the type of the object that holds it, and the property it hangs on. */
function longestText(type: unknown, property: string): number {
  if (type === "header") return LIMITS.headerText;
  if (type === "button") return LIMITS.buttonText;
  if (property === "placeholder") return LIMITS.placeholder;
  if (property === "label" || property === "hint") return LIMITS.inputLabel;
  if (property.startsWith("fields")) return LIMITS.fieldText;
  if (property.startsWith("options") || property === "initial_option") return LIMITS.optionText;
  return LIMITS.sectionText;
}

const LONGEST_LIST: Readonly<Record<string, number>> = {
  "section.fields": LIMITS.fields,
  "context.elements": LIMITS.contextElements,
  "actions.elements": LIMITS.actionsElements,
  "static_select.options": LIMITS.options,
  "checkboxes.options": LIMITS.checkboxOptions,
};

const LONGEST_STRING: Readonly<Record<string, number>> = {
  action_id: LIMITS.id,
  block_id: LIMITS.id,
  initial_value: LIMITS.inputValue,
};

function checkObject(node: object, path: string, owner: { type: unknown; property: string } | null): string[] {
  const type = "type" in node ? node.type : undefined;
  return Object.entries(node).flatMap(([property, value]) => {
    const here = `${path}.${property}`;
    if (typeof value === "string") {
      if (property === "text" && value === "") return [`${here}: empty`];
      if (property === "text") return tooLong(value, longestText(owner?.type, owner?.property ?? ""), here);
      if (property === "value")
        return tooLong(value, type === "button" ? LIMITS.buttonValue : LIMITS.optionValue, here);
      return tooLong(value, LONGEST_STRING[property] ?? Number.POSITIVE_INFINITY, here);
    }
    if (Array.isArray(value)) {
      const most = LONGEST_LIST[`${String(type)}.${property}`] ?? Number.POSITIVE_INFINITY;
      const count = value.length > most ? [`${here}: ${value.length} entries, at most ${most}`] : [];
      const none = value.length === 0 ? [`${here}: no entries`] : [];
      const inside = value.flatMap((one: object, i) => checkObject(one, `${here}[${i}]`, { type, property }));
      return [...count, ...none, ...inside];
    }
    // An option's text hangs on the option, which hangs on the select: the select's property decides.
    const passesOn = type === undefined && property === "text" && owner !== null;
    return typeof value === "object" && value !== null
      ? checkObject(value, here, passesOn ? owner : { type, property })
      : [];
  });
}

function checkActionIds(block: AnyBlock, index: number): string[] {
  const ids = JSON.stringify(block).match(/"action_id":"[^"]*"/g) ?? [];
  return new Set(ids).size < ids.length ? [`blocks[${index}]: an action_id twice`] : [];
}

/** Characters of all `text` in it, at any depth. */
export function textLength(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const own = "text" in node && typeof node.text === "string" ? node.text.length : 0;
  return Object.values(node).reduce((sum: number, value) => sum + textLength(value), own);
}

function tooLong(text: string, most: number, path: string): string[] {
  return text.length > most ? [`${path}: ${text.length} characters, at most ${most}`] : [];
}
