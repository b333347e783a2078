// The home page of a person.
import { renderHome } from "../render/home.ts";
import { isSecretary, type Office } from "./office.ts";

export async function showHome(user: string, office: Office): Promise<void> {
  const [myTasks, meetings] = await Promise.all([
    office.useCases.listMyTasks({ slackUser: user }),
    office.useCases.listMeetings(),
  ]);
  const today = office.clock.today();
  const nextMeeting = meetings.find(({ meeting }) => meeting.state === "planned" && meeting.date >= today) ?? null;
  await office.client.views.publish({
    user_id: user,
    view: renderHome({ myTasks, today, isSecretary: isSecretary(office, user), nextMeeting }),
  });
}
