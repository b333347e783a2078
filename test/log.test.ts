// No secret stands in a line of the log, whichever way it came into it.
import { expect, it } from "vitest";
import { createLogger, hider } from "../src/log.ts";

it.each([
  ["a token of Slack", "posting with xoxb-1234-abcDEF failed", "posting with [hidden] failed"],
  ["an app token", '{"token":"xapp-1-A0-99-abc"}', '{"token":"[hidden]"}'],
  ["a password in an address", "postgresql://lianxi:p4ss@db:5432/x", "postgresql://lianxi:[hidden]@db:5432/x"],
  ["one with an at sign in it", "postgres://u:p@ss:w@db/x down", "postgres://u:[hidden]@db/x down"],
  ["a key of a model server", "Bearer sk-proj-abcdefgh1234", "Bearer [hidden]"],
  ["nothing", "http://127.0.0.1:3000/a:b@c 12:30", "http://127.0.0.1:3000/a:b@c 12:30"],
])("hides %s", (_, text, hidden) => expect(hider([])(text)).toBe(hidden));

it("hides what it was given, also as JSON and as an address writes it", () => {
  const hide = hider(['geheim"nis!', "abc"]);
  expect(hide('x geheim"nis! y')).toBe("x [hidden] y");
  expect(hide(JSON.stringify({ a: 'geheim"nis!' }))).toBe('{"a":"[hidden]"}');
  expect(hide(encodeURIComponent('geheim"nis!'))).toBe("[hidden]");
  expect(hide("abc")).toBe("abc"); // too short to be told apart from a word
});

it("hides it in messages, fields and the stacks of errors", () => {
  const lines: string[] = [];
  const log = createLogger("info", ["geheimnis"], (line) => lines.push(line));
  log.info({ deep: { er: ["geheimnis"] } }, "geheimnis");
  log.error({ err: new Error("with geheimnis") }, "failed");
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toContain("geheimnis");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "[hidden]" });
});
