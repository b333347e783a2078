// A model server of the test's own: chat completions, answered as the test says.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export class ModelServer {
  /** What was sent as the user's message, in order. */
  readonly asked: string[] = [];
  /** The content of the next answers; or what is to be done with the response. */
  answer: string | ((response: ServerResponse) => void) = "";
  readonly #server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { messages }: { messages: { role: string; content: string }[] } = JSON.parse(body);
    this.asked.push(messages.find((one) => one.role === "user")?.content ?? "");
    if (typeof this.answer === "function") return this.answer(response);
    const choices = [{ index: 0, message: { role: "assistant", content: this.answer } }];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "1", object: "chat.completion", choices }));
  });

  static async start(): Promise<ModelServer> {
    const started = new ModelServer();
    await new Promise<void>((resolve) => started.#server.listen(0, "127.0.0.1", resolve));
    return started;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
