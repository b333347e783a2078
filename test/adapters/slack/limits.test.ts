// The check itself: it must see every limit that the renderers are measured by.
import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { checkLimits, checkView, clip, LIMITS, textLength } from "../../../src/adapters/slack/limits.ts";

const long = (length: number) => "字".repeat(length);
const text = (length: number) => ({ type: "plain_text", text: long(length) }) as const;
const section = (length: number): KnownBlock => ({ type: "section", text: { type: "mrkdwn", text: long(length) } });
const button = (over: object = {}) => ({ type: "button", text: text(1), action_id: "a", value: "v", ...over }) as const;
const option = (over: object = {}) => ({ text: text(1), value: "v", ...over });
const select = (over: object = {}): KnownBlock =>
  ({
    type: "actions",
    elements: [{ type: "static_select", action_id: "a", placeholder: text(1), options: [option()], ...over }],
  }) as KnownBlock;
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe("checkLimits", () => {
  it("takes what is exactly at the limit", () => {
    expect(checkLimits([section(3_000), select({ options: times(100, option({ text: text(75) })) })])).toEqual([]);
    expect(checkLimits([{ type: "actions", elements: [button({ text: text(75), value: long(2_000) })] }])).toEqual([]);
  });

  it.each<[string, KnownBlock[]]>([
    ["blocks", times(51, section(1))],
    ["section text", [section(3_001)]],
    ["empty text", [section(0)]],
    ["text of all blocks", times(5, section(2_900))],
    ["header", [{ type: "header", text: text(151) }]],
    ["button text", [{ type: "actions", elements: [button({ text: text(76) })] }]],
    ["button value", [{ type: "actions", elements: [button({ value: long(2_001) })] }]],
    ["accessory", [{ type: "section", text: text(1), accessory: button({ text: text(76) }) }]],
    ["action id", [{ type: "actions", elements: [button({ action_id: long(256) })] }]],
    ["action id twice", [{ type: "actions", elements: [button(), button()] }]],
    ["actions", [{ type: "actions", elements: times(26, button()) }]],
    ["no actions", [{ type: "actions", elements: [] }]],
    ["fields", [{ type: "section", fields: times(11, text(1)) }]],
    ["field text", [{ type: "section", fields: [text(2_001)] }]],
    ["context elements", [{ type: "context", elements: times(11, text(1)) }]],
    ["options", [select({ options: times(101, option()) })]],
    ["no options", [select({ options: [] })]],
    ["option text", [select({ options: [option({ text: text(76) })] })]],
    ["option value", [select({ options: [option({ value: long(151) })] })]],
    ["initial option", [select({ initial_option: option({ text: text(76) }) })]],
    ["placeholder", [select({ placeholder: text(151) })]],
  ])("sees too much: %s", (_name, blocks) => {
    expect(checkLimits(blocks).length).toBeGreaterThan(0);
  });

  it("sees too much in a view", () => {
    const view = { type: "modal", title: text(24), close: text(24), blocks: [section(1)] } as const;
    expect(checkView({ ...view, blocks: [...view.blocks] })).toEqual([]);
    expect(checkView({ ...view, title: text(25), blocks: [section(1)] })).toHaveLength(1);
    expect(checkView({ ...view, private_metadata: long(3_001), blocks: [section(1)] })).toHaveLength(1);
    expect(checkView({ ...view, blocks: times(101, section(1)) })).toHaveLength(1);
    const twice = times(2, { ...section(1), block_id: "same" });
    expect(checkView({ ...view, blocks: twice })).toHaveLength(1);
  });
});

describe("clip", () => {
  it("cuts to the length, with 「…」 as the last character", () => {
    expect(clip("市财政局", 4)).toBe("市财政局");
    expect(clip("市财政局", 3)).toBe("市财…");
    expect(clip(long(10_000), LIMITS.headerText)).toHaveLength(LIMITS.headerText);
  });

  it("never leaves half a character", () => {
    expect(clip("😀😀😀", 4)).toBe("😀…");
    expect(clip("😀😀😀", 5)).toBe("😀😀…");
    for (let max = 1; max < 12; max += 1) expect(clip("𠮷😀𠮷😀𠮷😀", max).isWellFormed()).toBe(true);
  });
});

it("counts the text of all blocks", () => {
  expect(textLength([section(3), { type: "section", fields: [text(2), text(4)] }])).toBe(9);
});
