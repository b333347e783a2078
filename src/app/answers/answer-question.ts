// "Who owns this?": the rules look in the register; a model may only offer other words to look for, never an owner.
import type { Answer, Question } from "../../domain/answers/answer.ts";
import { taskCard } from "../../domain/answers/task-card.ts";
import { authorise } from "../../domain/permission.ts";
import type { Register } from "../../domain/register/register.ts";
import { type Task, unitIdsOf } from "../../domain/register/task.ts";
import { tasksByRef } from "../../domain/register/task-ref.ts";
import { readQuestion } from "../../reading/questions/question-reader.ts";
import { buildTaskSearch, type TaskSearch } from "../../reading/questions/task-search.ts";
import type { Actor, Ports } from "../ports.ts";
import { type Findings, findByTerms, findByWords } from "./find-tasks.ts";

type AnswerPorts = Pick<Ports, "registerStore" | "questionStore" | "model" | "calendar" | "clock" | "secretaries">;

/** Answers and stores the question. Every task shown is of the register and is quoted; a failing model changes nothing. */
export async function answerQuestion(
  ports: AnswerPorts,
  { text, asker }: { text: string; asker: Actor },
): Promise<{ answer: Answer; questionId: number }> {
  authorise(asker, "ask", ports);
  const register = await ports.registerStore.load();
  const units = [...register.units.values()];
  const question = readQuestion(text, { units, documents: register.documents });
  const findings = await decide(ports, question, text, register);
  const today = ports.clock.today();
  const answer: Answer = {
    ...findings,
    tasks: findings.tasks.map((task) => taskCard(task, register, ports.calendar, today)),
    // Without 谁负责 and the like: it is said back where nothing is found.
    question: findings.kind === "none" && question.kind === "search" && question.terms !== "" ? question.terms : text,
  };
  const questionId = await ports.questionStore.save({ asker, text, answer });
  return { answer, questionId };
}

type Decision = Omit<Answer, "tasks" | "question"> & { readonly tasks: readonly Task[] };

async function decide(ports: AnswerPorts, question: Question, text: string, register: Register): Promise<Decision> {
  const byRules = { unitName: null, role: null, mode: "rules" } as const;
  if (question.kind === "task-number") {
    const tasks = tasksByRef({ ref: question.ref, document: question.documentHint }, register);
    return { ...byRules, kind: kindFor(tasks.length), tasks };
  }
  if (question.kind === "tasks-of-unit") {
    const { unitId, role } = question;
    return {
      ...byRules,
      kind: "list",
      tasks: tasksOf(unitId, role, register),
      unitName: nameOf(unitId, register),
      role,
    };
  }
  const tasks = register.tasks.filter((t) => t.state === "open" || t.state === "closed");
  const search = buildTaskSearch(tasks);
  const found = findByWords(search, tasks, question.terms);
  if (found.kind !== "none") return { ...byRules, ...found };
  const offered = await findWithModel(ports, text, search, tasks);
  return offered === null ? { ...byRules, ...found } : { ...byRules, ...offered, mode: "model" };
}

/** What the model's search terms find, or null: no model, no terms, nothing found, or any failure of it. */
async function findWithModel(
  { model }: AnswerPorts,
  text: string,
  search: TaskSearch,
  tasks: readonly Task[],
): Promise<Findings | null> {
  if (model === null) return null;
  try {
    const found = findByTerms(search, tasks, await model.searchTerms(text));
    return found.kind === "none" ? null : found;
  } catch {
    // The rules' answer stands; the adapter has said in the log what went wrong.
    return null;
  }
}

function kindFor(count: number): "none" | "task" | "clarify" {
  if (count === 0) return "none";
  return count === 1 ? "task" : "clarify";
}

/** Open and closed tasks of the unit, and of the groups it belongs to; those it leads first. */
function tasksOf(unitId: number, role: "lead" | "supporting" | "any", { tasks, units }: Register): Task[] {
  const own = new Set([unitId, ...[...units.values()].filter((u) => u.memberIds.includes(unitId)).map((u) => u.id)]);
  const has = (task: Task, as: "lead" | "supporting") => unitIdsOf(task, as).some((id) => own.has(id));
  const current = tasks.filter((t) => t.state === "open" || t.state === "closed");
  const led = current.filter((t) => has(t, "lead"));
  const supported = current.filter((t) => has(t, "supporting") && !has(t, "lead"));
  if (role === "lead") return led;
  return role === "supporting" ? current.filter((t) => has(t, "supporting")) : [...led, ...supported];
}

function nameOf(unitId: number, { units }: Register): string | null {
  return units.get(unitId)?.name ?? null;
}
