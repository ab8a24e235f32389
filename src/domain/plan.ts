import type { Lang, Localized } from './language.ts'

/** The six integrated tasks of the plan. */
export const TASK_IDS = ['t1', 't2', 't3', 't4', 't5', 't6'] as const
export type TaskId = (typeof TASK_IDS)[number]

export const BUREAUS = ['planning', 'policy', 'lifelong', 'administration'] as const
export type Bureau = (typeof BUREAUS)[number]

/** The rules look at no more subtasks than this. */
export const MAX_SUBTASKS = 10

export type Subtask = {
  readonly id: string
  readonly title: Localized
  readonly text: Localized
}

/** What a task says. Paragraphs are parted by a blank line. */
export type TaskTexts = {
  readonly title: Localized
  readonly summary: Localized
  /** Easy-reading text, for about a ten-year-old. */
  readonly plain: Localized
  readonly body: Localized
  readonly subtasks: readonly Subtask[]
}

/** What a task says beside its subtasks, in the order of reading. */
export const TEXT_NAMES = ['title', 'summary', 'body', 'plain'] as const
export type TextName = (typeof TEXT_NAMES)[number]

/** The texts of a task in one language. */
export type TextsIn = Readonly<Record<TextName, string>> & {
  readonly subtasks: readonly { readonly id: string; readonly title: string; readonly text: string }[]
}

/** The comments that shaped a revision: each with the subtask that it shaped, or null for the task's text. */
export type Citations = Readonly<Record<string, string | null>>

/** A task as published: its texts are always those of its newest revision. */
export type Task = TaskTexts & {
  readonly id: TaskId
  readonly order: number
  readonly bureau: Bureau
  readonly status: 'open' | 'closed'
  /** When the status turns into the other one; null if it stays. */
  readonly turnsAt: Date | null
  readonly revision: number
  /** True as long as the wording is our sample and not the office's own. */
  readonly sample: boolean
  readonly publishedAt: Date
  /** What was cited, by the number of the revision that cites it. */
  readonly cited: Readonly<Record<string, Citations>>
}

/** A task as somebody reads it: in one language. */
export type TaskIn = Omit<Task, keyof TaskTexts> & TextsIn

/** Whether a task takes comments and stances now. */
export const isOpen = ({ status, turnsAt }: Pick<Task, 'status' | 'turnsAt'>): boolean =>
  (status === 'open') === (turnsAt === null || Date.now() < turnsAt.getTime())

/** What a list of the tasks shows of one. */
export type TaskOverview = Omit<Task, 'plain' | 'body' | 'subtasks'> & {
  readonly subtasks: readonly Pick<Subtask, 'id' | 'title'>[]
}

export const textsIn = (lang: Lang, { title, summary, body, plain, subtasks }: TaskTexts): TextsIn => ({
  title: title[lang],
  summary: summary[lang],
  body: body[lang],
  plain: plain[lang],
  subtasks: subtasks.map((subtask) => ({ id: subtask.id, title: subtask.title[lang], text: subtask.text[lang] })),
})

export const taskIn = (lang: Lang, task: Task): TaskIn => ({ ...task, ...textsIn(lang, task) })

export const isTaskId = (value: unknown): value is TaskId => TASK_IDS.some((id) => id === value)

/** Task “t3” stands at /:lang/tasks/3. */
export const taskNumber = (id: TaskId): number => Number(id.slice(1))

export const taskIdFromNumber = (number: string | undefined): TaskId | null => {
  const id = `t${number ?? ''}`
  return isTaskId(id) ? id : null
}

export const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
