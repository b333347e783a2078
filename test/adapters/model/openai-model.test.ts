// The model behind its port, against a server of this test's own that answers as good and bad servers do.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiModel, type Structured } from "../../../src/adapters/model/openai-model.ts";
import { readPrompt } from "../../../src/adapters/model/prompt-file.ts";

interface Asked {
  readonly model: string;
  readonly messages: readonly { role: string; content: string }[];
  readonly response_format?: { type: string };
}

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** Starts a server that hands every request to `answer`, and a model that talks to it. */
async function modelAgainst(
  answer: (asked: Asked, response: ServerResponse) => void,
  structured: Structured = "json_schema",
) {
  const asked: Asked[] = [];
  const started = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const parsed: Asked = JSON.parse(body);
    asked.push(parsed);
    answer(parsed, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  const config = { apiKey: "none", baseUrl: `http://127.0.0.1:${port}/v1`, model: "test-model", structured };
  return {
    asked,
    model: createOpenAiModel(
      config,
      { searchTerms: "写检索词", readClause: "读分工", readReply: "读回复" },
      { timeoutMs: 300, totalMs: 1_000 },
    ),
  };
}

function say(response: ServerResponse, content: string): void {
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      id: "1",
      object: "chat.completion",
      choices: [{ index: 0, message: { role: "assistant", content } }],
    }),
  );
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ error: { message, type: "invalid_request_error" } }));
}

describe("search terms from a model", () => {
  it("asks with the prompt and the question, and takes the terms", async () => {
    const { model, asked } = await modelAgainst((_, response) => say(response, '{"terms": ["顶岗实习", "学徒制"]}'));
    expect(await model.searchTerms("双元制谁管")).toEqual(["顶岗实习", "学徒制"]);
    expect(asked[0]?.messages).toEqual([
      { role: "system", content: "写检索词" },
      { role: "user", content: "双元制谁管" },
    ]);
    expect(asked[0]?.response_format?.type).toBe("json_schema");
  });

  it.each([
    ["a fence", '```json\n{"terms": ["学徒制"]}\n```'],
    ["talk around it", '好的，检索词如下：{"terms": ["学徒制"]} 请查收。'],
    ["its thoughts", '<think>{"terms": ["财政局"]} 不行</think>{"terms": ["学徒制"]}'],
    ["too many, too long, twice", JSON.stringify({ terms: ["学徒制", "学徒制", "一", "很".repeat(30)] })],
  ])("takes the terms out of %s", async (_, content) => {
    const { model } = await modelAgainst((_asked, response) => say(response, content), "none");
    expect(await model.searchTerms("双元制")).toEqual(["学徒制"]);
  });

  it("steps down when the server refuses a response format, and remembers it", async () => {
    const { model, asked } = await modelAgainst((question, response) => {
      const format = question.response_format?.type;
      if (format === undefined) say(response, '{"terms": ["学徒制"]}');
      else refuse(response, 400, `This response_format type is unavailable now: ${format}`);
    });
    expect(await model.searchTerms("双元制")).toEqual(["学徒制"]);
    expect(await model.searchTerms("双元制")).toEqual(["学徒制"]);
    expect(asked.map((a) => a.response_format?.type ?? "none")).toEqual(["json_schema", "json_object", "none", "none"]);
  });

  it("fails on another 400, and does not ask again", async () => {
    const { model, asked } = await modelAgainst((_, response) => refuse(response, 400, "model not found"));
    await expect(model.searchTerms("双元制")).rejects.toThrow("model not found");
    expect(asked).toHaveLength(1);
  });

  it("tries once more after a 500, then fails", async () => {
    const { model, asked } = await modelAgainst((_, response) => refuse(response, 500, "overloaded"));
    await expect(model.searchTerms("双元制")).rejects.toThrow();
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it("fails on a page of HTML with status 200", async () => {
    const { model } = await modelAgainst((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<html><body>Sign in</body></html>");
    });
    await expect(model.searchTerms("双元制")).rejects.toThrow("did not answer with a chat completion");
  });

  it("fails on a reply that is no JSON of the schema", async () => {
    const { model } = await modelAgainst((_, response) => say(response, '{"owner": "市财政局"}'));
    await expect(model.searchTerms("双元制")).rejects.toThrow("no search terms");
  });

  it("gives up on a server that does not answer", async () => {
    const { model } = await modelAgainst(() => undefined);
    await expect(model.searchTerms("双元制")).rejects.toThrow();
  });
});

describe("a clause read by a model", () => {
  const tasks = [{ quote: "做好防汛准备", lead: ["市水利局"], supporting: [] }];

  it("asks with the prompt and the text, and takes what is claimed", async () => {
    const { model, asked } = await modelAgainst((_, response) => say(response, JSON.stringify({ tasks })));
    expect(await model.readClause("做好防汛准备，由市水利局抓总")).toEqual(tasks);
    expect(asked[0]?.messages).toEqual([
      { role: "system", content: "读分工" },
      { role: "user", content: "做好防汛准备，由市水利局抓总" },
    ]);
    expect(asked[0]?.response_format).toMatchObject({ json_schema: { name: "clause_tasks" } });
  });

  it("sends no more of a text than a clause can be long", async () => {
    const { model, asked } = await modelAgainst((_, response) => say(response, '{"tasks": []}'));
    expect(await model.readClause("长".repeat(100_000))).toEqual([]);
    expect(asked[0]?.messages[1]?.content.length).toBeLessThanOrEqual(4_000);
  });

  it.each(['{"tasks": [{"quote": "做好防汛准备"}]}', "没有分工", '{"terms": []}'])("fails on %s", async (content) => {
    const { model } = await modelAgainst((_, response) => say(response, content));
    await expect(model.readClause("做好防汛准备")).rejects.toThrow("no tasks");
  });
});

describe("a reply read by a model", () => {
  const claim = {
    ...{ status: "on_track", percent: 60, quantities: [{ value: 156, unit: "个" }], needsCoordination: false },
    ...{ extensionTo: null, forecast: "2026-12-20" },
  };
  const context = { today: "2026-12-02", title: "开设订单班", targets: ["订单班200个以上"] };

  it("asks with the prompt, the words and the one task, and takes what is claimed", async () => {
    const { model, asked } = await modelAgainst((_, response) => say(response, JSON.stringify(claim)));
    expect(await model.readReply("弄到六十了", context)).toEqual(claim);
    const [system, user] = asked[0]?.messages ?? [];
    expect(system).toEqual({ role: "system", content: "读回复" });
    expect(JSON.parse(user?.content ?? "")).toEqual({ ...context, reply: "弄到六十了" });
    expect(asked[0]?.response_format).toMatchObject({ json_schema: { name: "status_reply" } });
  });

  it("takes nothing that the schema does not know", async () => {
    const { model } = await modelAgainst((_, response) =>
      say(response, JSON.stringify({ ...claim, tasks: [1, 2], taskId: 7, confirmed: true })),
    );
    expect(await model.readReply("六成", context)).toEqual(claim);
  });

  it("sends no more of a reply than a reply is read to", async () => {
    const { model, asked } = await modelAgainst((_, response) => say(response, JSON.stringify(claim)));
    await model.readReply("长".repeat(100_000), { ...context, targets: Array(500).fill("目".repeat(9_000)) });
    expect(asked[0]?.messages[1]?.content.length).toBeLessThan(6_000);
  });

  it.each([
    ["a refusal", "抱歉，我无法协助处理。"],
    ["another status", JSON.stringify({ ...claim, status: "finished" })],
    ["120 percent", JSON.stringify({ ...claim, percent: 120 })],
    ["a percent in words", JSON.stringify({ ...claim, percent: "六成" })],
    ["a day that is none", JSON.stringify({ ...claim, forecast: "2026-02-30" })],
    ["a thousand quantities", JSON.stringify({ ...claim, quantities: Array(1000).fill(claim.quantities[0]) })],
    ["half of it", '{"status": "done"}'],
    ["nothing", ""],
  ])("fails on %s", async (_, content) => {
    const { model } = await modelAgainst((_asked, response) => say(response, content));
    await expect(model.readReply("六成", context)).rejects.toThrow("no reading");
  });

  it("fails on a page of HTML, and gives up on a server that does not answer", async () => {
    const page = await modelAgainst((_, response) => void response.end("<html>Sign in</html>"));
    await expect(page.model.readReply("六成", context)).rejects.toThrow();
    server?.closeAllConnections();
    server?.close();
    const silent = await modelAgainst(() => undefined);
    await expect(silent.model.readReply("六成", context)).rejects.toThrow();
  });
});

describe("readPrompt", () => {
  it.each([
    ["search-terms", "terms"],
    ["read-clause", "tasks"],
    ["read-reply", "needsCoordination"],
  ])("gives the words of %s for the model without the head of the file", (name, word) => {
    const prompt = readPrompt(name);
    expect(prompt).toContain(word);
    expect(prompt).not.toContain("Purpose:");
  });

  it("says which file is missing", () => {
    expect(() => readPrompt("no-such-prompt")).toThrow("no-such-prompt");
  });
});
