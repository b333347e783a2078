// Meetings, their agenda, and the ledger.

import { speaking } from "../../../text/speaking.ts";
import { decodeAgenda } from "../ids.ts";
import { parseNearDate } from "../input/arguments.ts";
import { renderAgenda } from "../render/agenda.ts";
import { renderLedgerSent, renderMeetingSet, renderMeetings } from "../render/meetings.ts";
import type { SlackMessage } from "../render/message.ts";
import { isDm, post } from "../reply.ts";
import { platformError } from "../web-client.ts";
import type { Click, Occasion, Office } from "./office.ts";
import { follow } from "./redraw.ts";

/** 「会议」 lists; 「会议 12月15日」 sets or moves the next one. A day just gone by is a slip, not next year's. */
export async function meeting(occasion: Occasion, text: string, office: Office): Promise<void> {
  if (text === "") return occasion.reply(renderMeetings(await office.useCases.listMeetings()));
  const date = parseNearDate(text, office.clock.today());
  const set = await office.useCases.setMeeting({ date, by: occasion.user });
  const followed = await follow(() => office.useCases.followDates(), office);
  await occasion.reply(renderMeetingSet(set, followed.people));
  await followed.redraw();
}

/** Compiles the next meeting's agenda and shares it where it was asked for, with the document; the chair may approve it there. */
export async function agenda(occasion: Occasion, _text: string, office: Office): Promise<void> {
  const compiled = await office.useCases.compileAgenda({
    meetingId: "next",
    today: office.clock.today(),
    save: true,
    by: occasion.user,
  });
  // In a channel everybody reads it.
  const inChannel = occasion.channel !== null && !isDm(occasion.channel);
  const share = () => postAgenda(renderAgenda(compiled), occasion, office);
  const posted = inChannel ? await speaking(null, share) : await share();
  if (posted === null) return;
  await office.client.filesUploadV2({
    channel_id: posted.channel,
    thread_ts: posted.ts,
    file: Buffer.from(compiled.docx),
    filename: `议程-${compiled.agenda.meetingDate}.docx`,
  });
}

/** Said in place of the button, for all who see the agenda. */
export async function approveAgenda(click: Click, office: Office): Promise<void> {
  const shown = decodeAgenda(click.value);
  const compiled = await office.useCases.approveAgenda({ ...shown, today: office.clock.today(), by: click.user });
  const [first] = renderAgenda(compiled);
  if (first !== undefined) await click.replace(first);
}

/** In the channel; where the bot is no member, as a direct message. Answers where the first message stands. */
async function postAgenda(messages: SlackMessage[], occasion: Occasion, office: Office) {
  const [first, ...others] = messages;
  if (first === undefined) return null;
  const posted = await postFirst(first, occasion, office);
  for (const message of others) await post(office.client, { channel: posted.channel }, message);
  return posted;
}

async function postFirst(message: SlackMessage, occasion: Occasion, office: Office) {
  if (occasion.channel !== null) {
    try {
      return await post(office.client, { channel: occasion.channel }, message);
    } catch (thrown) {
      if (!["not_in_channel", "channel_not_found", "is_archived"].includes(platformError(thrown) ?? "")) throw thrown;
    }
  }
  return post(office.client, { channel: await office.openDm(occasion.user) }, message);
}

/** 「导出」 gives the ledger as .xlsx, 「导出 csv」 as .csv. Never in a channel: it holds what units wrote to the office. */
export async function exportLedger(occasion: Occasion, text: string, office: Office): Promise<void> {
  const format = /csv/i.test(text) ? "csv" : "xlsx";
  const ledger = await office.useCases.exportLedger({ format, by: occasion.user });
  const filename = `责任事项台账-${office.clock.today()}.${format}`;
  await office.client.filesUploadV2({
    channel_id: await office.openDm(occasion.user),
    file: Buffer.from(ledger.bytes),
    filename,
  });
  await occasion.reply(renderLedgerSent(ledger, filename));
}
