// The names of tasks and units by their ids, for plans, which hold ids.
import { taskName } from "../../domain/answers/task-card.ts";
import type { Ports } from "../ports.ts";
import type { Names } from "../use-cases.ts";

export async function loadNames(ports: Pick<Ports, "registerStore">): Promise<Names> {
  const register = await ports.registerStore.load();
  return {
    tasks: new Map(register.tasks.map((task) => [task.id, taskName(task, register)])),
    units: new Map([...register.units].map(([id, unit]) => [id, unit.name])),
  };
}
