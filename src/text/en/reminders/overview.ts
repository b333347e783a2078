// Words of what the secretary sees of the reminders, in English.
import type { overview as zh } from "../../zh/reminders/overview.ts";
import type { SameShape } from "../shape.ts";

export const overview = {
  "help-status": "which reminders were sent, answered or not delivered, and why",
  "help-calendar": "the reminders of the next eight weeks",
  title: "Reminders of {{date}}: {{planned}} planned, {{sent}} sent",
  "title-rest": "{{title}}, {{waiting}} waiting",
  "title-failed": "{{title}}, {{failed}} not delivered",
  "title-none": "No reminders went out on {{date}}",
  "title-coming": "{{date}}: {{digests, # reminder|# reminders}} planned, on {{count, # task|# tasks}}",
  "title-coming-none": "No reminders are planned for {{date}}",
  "day-off": "{{date}} is not a working day: no reminders",
  answers: "{{seen}} answered; progress reported on {{answered}}/{{asked}} tasks",
  cancelled: "{{count}} cancelled: what they asked was reported, closed or withdrawn",
  "to-plan": "{{count}} more to be planned",
  "problem-token":
    "Slack does not accept the token ({{error}}); all reminders are held: {{who}}. Please check SLACK_BOT_TOKEN and run doctor",
  "problem-gone":
    "Cannot receive messages; passed on to the office: {{who}}. Please name another contact: “/lianxi contact {{unit}} @name”",
  "problem-rejected":
    "Slack refused the message ({{error}}); it is not tried again: {{who}}. Please show this page to a technician",
  "problem-unreachable": "Slack cannot be reached ({{error}}); tried again from {{time}} on: {{who}}",
  "problem-slack-trouble": "Slack has trouble at the moment ({{error}}); tried again from {{time}} on: {{who}}",
  "problem-rate-limited": "Slack limits the rate; sent again from {{time}}, nothing to do: {{who}}",
  "problem-uncertain":
    "It is not certain whether it arrived; Slack is being asked, then it is sent again or confirmed: {{who}}",
  "problem-queued": "About to go out: {{who}}",
  "problem-scheduled": "Not yet due to be sent; goes out at {{time}} to {{who}}",
  "problem-more": "{{count, # more kind|# more kinds}} of trouble: click “One by one”",
  "who-office": "the office",
  "who-late": "{{who}} ({{date}})",
  "time-soon": "soon",
  "time-on": "{{date}} {{time}}",
  "skipped-then": "{{count, # task was|# tasks were}} not reminded that day; the reasons can only be seen on the day",
  "tick-last": "Last planned: {{at}}, {{digests, # digest|# digests}}",
  "tick-failed":
    "The last planning failed ({{at}}): {{error}}. It is tried again every minute; if it goes on failing, please look into the log",
  "tick-broken":
    "The last planning ({{at}}) is not finished; if it was cut off, the next one takes over within a minute",
  "tick-none": "Nothing has been planned yet",
  "tick-next": "Next planning: {{date}} {{time}}",
  "tick-missed":
    "Not planned on {{dates}}: the program was not running. What was due is part of the next reminders, the newest step only",
  "tick-overdue":
    "Today's reminders are not planned yet although it is past {{time}}. Please see that the program runs, and look into the log",
  "calendar-lines": "{{count, # line|# lines}} of the calendar file cannot be read: please run doctor",
  "button-each": "One by one",
  "button-next": "Next page",
  "each-title": "Reminders of {{date}} one by one: {{count}} (page {{page}}/{{pages}})",
  "each-line": "{{who}} · {{state}} · reported {{answered}}/{{asked}}",
  "each-sent": "sent {{time}}",
  "each-seen": "sent {{time}}, answered",
  "each-cancelled": "cancelled",
  "each-pending": "waiting",
  "each-sending": "being checked",
  "each-failed": "not delivered",
  "calendar-title": "Reminders from {{from}} to {{to}}: {{digests, # digest|# digests}}, {{count, # task|# tasks}}",
  "calendar-none": "No reminders from {{from}} to {{to}}",
  "calendar-line":
    "{{from}}–{{to}}: {{digests, # digest|# digests}}, {{count, # task|# tasks}}, {{people, # person|# people}}",
  "calendar-line-none": "{{from}}–{{to}}: none",
  "calendar-busiest": "most on {{date}}: {{digests}}",
  "calendar-escalations": "{{count, # escalation|# escalations}}",
  "calendar-off": "off: {{days}}",
  "calendar-assumed": "By the present rules, as if nobody reported meanwhile; reports make it fewer",
  "calendar-per-person": "at most {{count}} a week for one person",
  "calendar-day":
    "{{date}}  {{digests, # digest|# digests}}, {{count, # task|# tasks}} (ahead {{ahead}}, due {{due}}, overdue {{overdue}}, escalations {{escalations}})",
  "calendar-week":
    "{{from}}–{{to}}  {{workingDays, # working day|# working days}}, {{digests, # digest|# digests}}, {{count, # task|# tasks}}, {{people, # person|# people}}, at most {{most}} for one person",
  "calendar-contact": "Reminders of {{person}}",
  "clock-back":
    "The date was moved back to {{date}}. Reminders sent and progress reported stay, and are not sent again. In the local trial only",
  "clock-jump":
    "The date was moved to {{date}}, over {{days, # day|# days}}: of the reminders between only the newest step goes out. In the local trial only",
} as const satisfies SameShape<typeof zh>;
