// What every question store does: keeps what was asked and shown, and whether it helped.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createQuestionStore } from "../../src/adapters/db/question-store.ts";
import type { QuestionStore } from "../../src/app/ports.ts";
import type { MakeDatabase } from "../support/database.ts";

export function describeQuestionStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: QuestionStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createQuestionStore(database.prisma);
  });
  afterEach(() => database.close());

  it("keeps a question and what the asker thought of the answer", async () => {
    const text = "订单班补助谁管";
    const answer = { kind: "none", tasks: [], unitName: null, role: null, question: text, mode: "rules" } as const;
    const id = await store.save({ asker: "U1", text, answer });
    await store.markHelpful(id, false);
    await store.markHelpful(id, true);
    await store.markHelpful(999_999, true);
    expect(await database.prisma.question.findMany()).toEqual([
      expect.objectContaining({ id, asker: "U1", text, kind: "none", mode: "rules", helpful: true }),
    ]);
  });
}
