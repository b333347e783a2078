// The home page of a person: shown when it is opened, leafed through, and drawn again after what they did.
import type { WebClient } from "@slack/web-api";
import { decodeHome, type HomeState } from "../ids/home-state.ts";
import { LIST_LINES } from "../render/blocks.ts";
import { renderHome } from "../render/home/home.ts";
import { REQUESTS } from "../render/home/lists.ts";
import { refusedBlocks } from "../web-client.ts";
import type { Click, Office } from "./office.ts";

const FIRST_LOOK: HomeState = { view: "office", starts: {} };

/** Servers that did not take a chart: they are not asked again while the bot runs. */
const chartless = new WeakSet<WebClient>();

export async function showHome(user: string, office: Office, state: HomeState = FIRST_LOOK): Promise<void> {
  const page = await office.useCases.viewHome({ by: user, ...state, most: LIST_LINES, mostRequests: REQUESTS });
  const publish = (chart: boolean) =>
    office.client.views.publish({ user_id: user, view: renderHome(page, state, { chart }) });
  // The local workspace knows no charts.
  const mayChart = office.setDate === null && page.office !== null && !chartless.has(office.client);
  try {
    await publish(mayChart);
  } catch (error) {
    if (!mayChart || !refusedBlocks(error)) throw error;
    chartless.add(office.client);
    office.log.info({}, "Slack takes no chart on the home page; its lists stand alone");
    await publish(false);
  }
}

/** 下一页, and the switch between the office's page and one's own. */
export async function leafHome(click: Click, office: Office): Promise<void> {
  await showHome(click.user, office, decodeHome(click.value));
}

/** After what somebody did: it is done by now, and a page that could not be drawn is logged and never shown as a failure. */
export async function refreshHome(user: string, office: Office): Promise<void> {
  try {
    await showHome(user, office);
  } catch (error) {
    office.log.warn({ error: String(error), user }, "The home page could not be drawn again");
  }
}
