// The home page on a Slack that takes charts, on one that does not, and after what somebody did.
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { refreshHome, showHome } from "../../../src/adapters/slack/listeners/home.ts";
import type { Office } from "../../../src/adapters/slack/listeners/office.ts";
import { fakeUseCases } from "../../support/fake-use-cases.ts";
import { homePage } from "./render/home-samples.ts";

function officeOn(answer: (blocks: { type: string }[]) => string | null, local = false) {
  const published: { type: string }[][] = [];
  const logged: string[] = [];
  const log = (_: object, message: string) => logged.push(message);
  const publish = async ({ view }: { view: { blocks: { type: string }[] } }) => {
    const error = answer(view.blocks);
    if (error !== null) throw new WebAPIPlatformError({ ok: false, error });
    published.push(view.blocks);
  };
  const office = {
    useCases: fakeUseCases({ viewHome: async () => homePage("office", 3, "市财政局") }),
    client: { views: { publish } } as unknown as WebClient,
    setDate: local ? async () => undefined : null,
    log: { info: log, warn: log, error: log },
  } as unknown as Office;
  return { office, published, logged };
}

const hasChart = (blocks: { type: string }[] | undefined) => blocks?.some((one) => one.type === "data_visualization");

describe("the chart", () => {
  it("is shown where Slack takes it", async () => {
    const { office, published } = officeOn(() => null);
    await showHome("U9", office);
    expect(hasChart(published[0])).toBe(true);
  });

  it.each(["invalid_blocks", "invalid_arguments"])(
    "%s: the page comes without it, and it is not tried again",
    async (error) => {
      let refused = 0;
      const { office, published } = officeOn((blocks) => {
        if (!hasChart(blocks)) return null;
        refused += 1;
        return error;
      });
      await showHome("U9", office);
      await showHome("U9", office);
      expect(published.map(hasChart)).toEqual([false, false]);
      expect(refused).toBe(1);
    },
  );

  it("is not offered to the local workspace", async () => {
    const { office, published } = officeOn(() => null, true);
    await showHome("U9", office);
    expect(hasChart(published[0])).toBe(false);
  });
});

it("a page that cannot be drawn again fails nothing", async () => {
  const { office, logged } = officeOn(() => "internal_error");
  await refreshHome("U9", office);
  expect(logged).toEqual(["The home page could not be drawn again"]);
  await expect(showHome("U9", office)).rejects.toThrow("internal_error");
});
