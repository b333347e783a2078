// The table of replies: how many are read right, and that none is read wrongly with confidence.
import { describe, expect, it } from "vitest";
import { parseReplies } from "../../../src/reading/replies/parse-replies.ts";
import { readStatusReply } from "../../../src/reading/replies/status-reply.ts";
import { blindRows } from "./table/blind-rows.ts";
import { freshRows, type SeveralRow, severalRows, turnedRoundRows } from "./table/fresh-rows.ts";
import { laterRows } from "./table/later-rows.ts";
import { moreRows } from "./table/more-rows.ts";
import { judge, type Row, type Verdict } from "./table/row.ts";

const TODAY = "2026-11-22";
const ROWS: readonly Row[] = [...blindRows, ...moreRows, ...laterRows, ...freshRows, ...turnedRoundRows];

function judgeSeveral([reply, wanted]: SeveralRow): Verdict {
  const parts = parseReplies(reply, TODAY).filter(({ refs }) => refs.length > 0);
  const read = new Map(parts.map(({ refs, reading }) => [refs.join("+"), reading]));
  if (parts.length !== Object.keys(wanted).length) return "wrong";
  const verdicts = Object.entries(wanted).map(([refs, want]): Verdict => {
    const reading = read.get(refs);
    return reading ? judge(reading, want) : "wrong";
  });
  return verdicts.find((one) => one === "wrong") ?? verdicts.find((one) => one === "asked") ?? "right";
}

function having(verdict: Verdict): readonly string[] {
  return [
    ...ROWS.filter(([reply, wanted]) => judge(readStatusReply(reply, TODAY), wanted) === verdict).map(([r]) => r),
    ...severalRows.filter((row) => judgeSeveral(row) === verdict).map(([r]) => r),
  ];
}

describe("the table of replies", () => {
  it("has sixty blind rows and at least 150 in all, each once", () => {
    expect(blindRows).toHaveLength(60);
    expect(freshRows.length + severalRows.length).toBeGreaterThanOrEqual(60);
    expect(ROWS.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ROWS.map(([reply]) => reply)).size).toBe(ROWS.length);
  });

  it("has all three scripts", () => {
    const having = (script: RegExp) => ROWS.filter(([reply]) => script.test(reply)).length;
    expect(having(/[項進預辦資設還協請]/)).toBeGreaterThanOrEqual(15);
    expect(having(/^[\w\s,.;%'-]+$/)).toBeGreaterThanOrEqual(15);
  });

  it("reads none wrongly without asking back", () => {
    expect(having("wrong")).toEqual([]);
  });

  it("reads at least 98 % of them right", () => {
    const share = having("right").length / (ROWS.length + severalRows.length);
    expect(share, JSON.stringify(having("asked"))).toBeGreaterThanOrEqual(0.98);
  });
});
