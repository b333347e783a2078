// Which document a draft is a newer version of: by issuer and title, or by number.
import { describe, expect, it } from "vitest";
import { findEarlierVersion } from "../../../../src/domain/register/diff/earlier-version.ts";
import type { SourceDocument } from "../../../../src/domain/register/task.ts";
import { aDocument } from "../../../support/facts.ts";

const TITLE = "云川市养老服务重点任务责任分工";

function stored(id: number, more: Partial<SourceDocument> = {}): SourceDocument {
  return { ...aDocument, id, title: TITLE, issuer: "云川市人民政府办公室", date: "2025-03-01", ...more };
}

function found(draft: Partial<SourceDocument>, documents = [stored(1)]): number | null {
  const { title, issuer, number, date } = stored(0, { date: "2026-03-01", ...draft });
  return findEarlierVersion({ title, issuer, number, date }, documents)?.id ?? null;
}

describe("an earlier version", () => {
  it.each([
    TITLE,
    `${TITLE}（修订）`,
    `${TITLE}(试行)`,
    `${TITLE}（2026年版）`,
    `${TITLE}（2026年修订）`,
    `《${TITLE}》`,
    `云川市养老服务 重点任务责任分工`,
    `2026年${TITLE}`,
    `${TITLE}（2026—2028年）`,
    `云川市人民政府办公室关于印发《${TITLE}》的通知`,
    `关于修订〈${TITLE}（试行）〉的通知`,
  ])("%s", (title) => {
    expect(found({ title })).toBe(1);
  });

  it.each<[string, Partial<SourceDocument>]>([
    ["another title", { title: "云川市职业教育重点任务责任分工" }],
    ["another issuer", { issuer: "云川市民政局" }],
    ["a title of marks and years alone", { title: "（2026年）" }],
  ])("not with %s", (_, draft) => {
    expect(found(draft)).toBeNull();
  });

  it("an issuer that one side does not name is no difference", () => {
    expect(found({ issuer: null })).toBe(1);
  });

  it("has the same number, however its brackets are written", () => {
    const documents = [stored(1, { number: "云政办发〔2025〕9号" })];
    expect(found({ title: "别的标题", number: "云政办发[2025]9号" }, documents)).toBe(1);
    expect(found({ title: "别的标题", number: "云政办发〔2025〕10号" }, documents)).toBeNull();
  });

  it("is the newest in force, and never one that is dated later", () => {
    const first = stored(1, { date: "2023-01-01" });
    const second = stored(2, { date: "2024-01-01", supersedesId: 1 });
    const third = stored(3, { date: "2027-01-01" });
    const fourth = stored(4, { date: "2022-01-01" });
    expect(found({}, [first, second, third, fourth])).toBe(2);
    expect(found({}, [first, third, fourth])).toBe(1);
    expect(found({}, [third])).toBeNull();
  });
});
