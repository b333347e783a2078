// What a contact's units have to do. One query: a slash command waits for it.
import type { MyTaskRow, Ports } from "../ports.ts";

export function listMyTasks(
  ports: Pick<Ports, "registerStore">,
  input: { slackUser: string },
): Promise<readonly MyTaskRow[]> {
  return ports.registerStore.loadTasksOf(input.slackUser);
}
