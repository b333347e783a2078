// The home page: one's own tasks, and for the office the next meeting and its commands.
import type { HomeView, KnownBlock } from "@slack/types";
import type { MyTaskRow } from "../../../app/ports.ts";
import type { MeetingOverview } from "../../../app/use-cases.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { say } from "../../../text/say.ts";
import { context, divider, line } from "./blocks.ts";
import { renderHelp } from "./help.ts";
import { renderMeetings } from "./meetings.ts";
import { renderMyTasks } from "./tasks.ts";

export function renderHome(home: {
  myTasks: readonly MyTaskRow[];
  today: IsoDate;
  isSecretary: boolean;
  nextMeeting: MeetingOverview | null;
}): HomeView {
  const { myTasks, today, isSecretary, nextMeeting } = home;
  const tasks = myTasks.length > 0 || !isSecretary ? renderMyTasks(myTasks, today).blocks : [];
  const meeting = nextMeeting || isSecretary ? renderMeetings(nextMeeting ? [nextMeeting] : []).blocks : [];
  const office = isSecretary ? renderHelp({ isSecretary, localWorkspace: false }).blocks : [];
  return { type: "home", blocks: [...parted([tasks, meeting, office]), context(line(say("answers.home-help")))] };
}

/** Parts that are there, a line between them. */
function parted(parts: readonly KnownBlock[][]): KnownBlock[] {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [divider(), ...part]));
}
