// The two small forms of a decision: why it is sent back, and until when it is extended instead.
import type { ModalView } from "@slack/types";
import type { RequestView } from "../../../../app/status/requests/request-use-cases.ts";
import { say } from "../../../../text/say.ts";
import { encodeRequestModal, REQUEST_FIELD, type RequestModalMetadata, VIEW } from "../../ids.ts";
import { LIMITS } from "../../limits.ts";
import { bold, section, taskText } from "../blocks.ts";

export function sendBackModal(view: RequestView, metadata: RequestModalMetadata): ModalView {
  const id = REQUEST_FIELD.reason;
  return modal(say("requests.form-send-back"), VIEW.sendBackRequest, view, metadata, {
    type: "input",
    block_id: id,
    label: plain(say("requests.form-send-back-reason")),
    hint: plain(say("requests.form-send-back-hint")),
    element: { type: "plain_text_input", action_id: id, multiline: true, max_length: LIMITS.inputValue },
  });
}

export function otherDateModal(view: RequestView, metadata: RequestModalMetadata): ModalView {
  const id = REQUEST_FIELD.date;
  const { proposedDate } = view;
  return modal(say("requests.form-date"), VIEW.approveOtherDate, view, metadata, {
    type: "input",
    block_id: id,
    label: plain(say("requests.form-date-field")),
    element: {
      type: "datepicker",
      action_id: id,
      ...(proposedDate === null ? {} : { initial_date: proposedDate }),
    },
  });
}

function modal(
  title: string,
  callbackId: string,
  view: RequestView,
  metadata: RequestModalMetadata,
  input: ModalView["blocks"][number],
): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: encodeRequestModal(metadata),
    title: plain(title),
    submit: plain(say("requests.form-submit")),
    close: plain(say("requests.form-close")),
    blocks: [section(bold(taskText(view))), input],
  };
}

function plain(text: string) {
  return { type: "plain_text", text } as const;
}
