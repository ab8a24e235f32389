import { diffArrays } from 'diff'
import { applyTo, type Difference, differenceOf, inverseOf, isChanged } from './difference.ts'
import type { Lang } from './language.ts'
import { TEXT_NAMES, type TextName, type TextsIn } from './plan.ts'

/** A subtask that was moved stands in two places: where it came from (`gone`) and where it is now (`come`). */
export type SubtaskKind = 'kept' | 'added' | 'removed' | 'come' | 'gone'

export type SubtaskDifference = {
  readonly id: string
  readonly kind: SubtaskKind
  readonly title: Difference
  readonly text: Difference
}

export type TaskDifference = Readonly<Record<TextName, Difference>> & {
  readonly subtasks: readonly SubtaskDifference[]
}

/** How a task changed, in one language: its texts word by word, its subtasks found again by their ids. */
export function taskDifference(before: TextsIn, after: TextsIn, lang: Lang): TaskDifference {
  const of = (name: TextName) => differenceOf(before[name], after[name], lang)
  return {
    title: of('title'),
    summary: of('summary'),
    body: of('body'),
    plain: of('plain'),
    subtasks: subtasksDifference(before.subtasks, after.subtasks, lang),
  }
}

function subtasksDifference(
  before: TextsIn['subtasks'],
  after: TextsIn['subtasks'],
  lang: Lang,
): readonly SubtaskDifference[] {
  const [idsBefore, idsAfter] = [before.map(({ id }) => id), after.map(({ id }) => id)]
  return diffArrays(idsBefore, idsAfter).flatMap(({ added, removed, value }) =>
    value.map((id) => {
      const one = before.find((subtask) => subtask.id === id)
      const other = after.find((subtask) => subtask.id === id)
      return {
        id,
        kind: subtaskKindOf({ added, removed, isMoved: one !== undefined && other !== undefined }),
        title: differenceOf(one?.title ?? '', other?.title ?? '', lang),
        text: differenceOf(one?.text ?? '', other?.text ?? '', lang),
      }
    }),
  )
}

function subtaskKindOf({
  added,
  removed,
  isMoved,
}: {
  added: boolean
  removed: boolean
  isMoved: boolean
}): SubtaskKind {
  if (added) return isMoved ? 'come' : 'added'
  if (removed) return isMoved ? 'gone' : 'removed'
  return 'kept'
}

/** Whether anything of a task changed. */
export const isTaskChanged = (difference: TaskDifference): boolean =>
  TEXT_NAMES.some((name) => isChanged(difference[name])) || difference.subtasks.some(isSubtaskChanged)

export const isSubtaskChanged = ({ kind, title, text }: SubtaskDifference): boolean =>
  kind !== 'kept' || isChanged(title) || isChanged(text)

/** The texts that a difference makes of others. @throws Error if it is a difference of other texts */
export function applyToTask(texts: TextsIn, difference: TaskDifference): TextsIn {
  const of = (name: TextName) => applyTo(texts[name], difference[name])
  const subtaskOf = (id: string) => texts.subtasks.find((subtask) => subtask.id === id)
  return {
    title: of('title'),
    summary: of('summary'),
    body: of('body'),
    plain: of('plain'),
    subtasks: difference.subtasks
      .filter(({ kind }) => kind !== 'removed' && kind !== 'gone')
      .map(({ id, title, text }) => ({
        id,
        title: applyTo(subtaskOf(id)?.title ?? '', title),
        text: applyTo(subtaskOf(id)?.text ?? '', text),
      })),
  }
}

const OPPOSITE = {
  kept: 'kept',
  added: 'removed',
  removed: 'added',
  come: 'gone',
  gone: 'come',
} as const satisfies Record<SubtaskKind, SubtaskKind>

/** The difference back. */
export const inverseOfTask = ({ subtasks, ...texts }: TaskDifference): TaskDifference => ({
  title: inverseOf(texts.title),
  summary: inverseOf(texts.summary),
  body: inverseOf(texts.body),
  plain: inverseOf(texts.plain),
  subtasks: subtasks.map(({ id, kind, title, text }) => ({
    id,
    kind: OPPOSITE[kind],
    title: inverseOf(title),
    text: inverseOf(text),
  })),
})
