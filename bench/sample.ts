// The register that is measured: the sample documents with their contacts and a meeting, entered as an office would.
import { runTerminal, SECRETARY, spawnApp } from "./apps.ts";
import { firstAnswer } from "./cold-start.ts";
import type { BenchSlack } from "./slack.ts";

const DOCUMENTS = ["examples/责任分工.txt", "examples/实施意见.txt"];

/** Whom `/lianxi 我的` is asked by, and for which unit. */
const UNIT_OF: Readonly<Record<string, string>> = {
  U0MINZHENG: "市民政局",
  U0JIAOYU: "市教育局",
  U0CAIZHENG: "市财政局",
  U0RENSHE: "市人力资源社会保障局",
  U0WEIJIAN: "市卫生健康委",
  U0DONGHU: "东湖区人民政府",
};

export const CONTACTS: readonly string[] = Object.keys(UNIT_OF);

/** Days from today to the meeting: its reports are being asked for. */
const DAYS_TO_MEETING = 30;

/** Fills the folder of an office that has no data yet, and has the bare app make its database there too. */
export async function fillRegister(folder: string, slack: BenchSlack): Promise<void> {
  await runTerminal(folder, "import", ...DOCUMENTS, "--yes");
  const meeting = new Date(Date.now() + DAYS_TO_MEETING * 86_400_000).toISOString().slice(0, 10);
  const app = await spawnApp("lianxi", folder, slack.apiUrl);
  try {
    await firstAnswer(app, slack, SECRETARY);
    for (const text of [
      "单位 集合 各县区人民政府 东湖区人民政府、西山县人民政府",
      ...Object.entries(UNIT_OF).map(([person, unit]) => `联络员 ${unit} <@${person}>`),
      `会议 ${meeting}`,
    ]) {
      await slack.command(app.port, text, SECRETARY);
    }
    for (const person of CONTACTS) {
      const { text } = await slack.command(app.port, "我的", person);
      if (!/\d/.test(text)) throw new Error(`${person} has no tasks: ${text}`);
    }
  } finally {
    await app.stop();
  }
  const bare = await spawnApp("bare", folder, slack.apiUrl);
  try {
    await firstAnswer(bare, slack, SECRETARY);
  } finally {
    await bare.stop();
  }
}
