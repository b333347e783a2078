// The words of English, put together by wing.
import { answers } from "./answers.ts";
import { cli } from "./cli.ts";
import { common } from "./common.ts";
import { language } from "./language.ts";
import { meetings } from "./meetings.ts";
import { home } from "./pages/home.ts";
import { reasons } from "./reasons.ts";
import { refusals } from "./refusals.ts";
import { register } from "./register.ts";
import { calendar } from "./reminders/calendar.ts";
import { escalation } from "./reminders/escalation.ts";
import { overview } from "./reminders/overview.ts";
import { policy } from "./reminders/policy.ts";
import { responses } from "./reminders/responses.ts";
import { reminders } from "./reminders.ts";
import { support } from "./replies/support.ts";
import { requests } from "./requests.ts";
import { status } from "./status.ts";
import { terminal } from "./terminal.ts";
import { units } from "./units.ts";
import { usage } from "./usage.ts";

/** Of the shape of `zh`: checked where the two are put side by side, in `languages.ts`. */
export const en = {
  common,
  register,
  units,
  reminders,
  status,
  meetings,
  answers,
  cli,
  calendar,
  home,
  escalation,
  policy,
  overview,
  requests,
  responses,
  support,
  usage,
  terminal,
  language,
};

export const enByCode = { reasons, refusals };
