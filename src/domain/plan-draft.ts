import { BIDI_CONTROL } from './comment.ts'
import { LANGS, type Lang, type Localized } from './language.ts'
import {
  type Bureau,
  type Citations,
  MAX_SUBTASKS,
  type Task,
  type TaskId,
  type TaskTexts,
  TEXT_NAMES,
  type TextName,
  taskNumber,
} from './plan.ts'
import { MAX_CITATIONS } from './revision.ts'

/** The next revision of a task as it is being written. */
export type PlanDraft = TaskTexts & {
  /** The revision it was begun upon. */
  readonly base: number
  readonly bureau: Bureau
  readonly sample: boolean
  readonly changeNote: Localized
  readonly citations: Citations
}

/** Longest texts in each language, in UTF-16 units, as the rules count them. */
export const MAX_LENGTH = {
  title: 200,
  summary: 1000,
  body: 20_000,
  plain: 8000,
  changeNote: 1000,
  subtaskTitle: 200,
  subtaskText: 4000,
} as const

const NOTHING: Localized = { ko: '', en: '' }

/** A draft that says what is published, and cites nobody yet. */
export const draftOf = ({ revision, bureau, sample, title, summary, body, plain, subtasks }: Task): PlanDraft => ({
  base: revision,
  bureau,
  sample,
  title,
  summary,
  body,
  plain,
  subtasks,
  changeNote: NOTHING,
  citations: {},
})

/** A task whose first revision is being written: it says nothing yet. */
export const unwritten = (id: TaskId, { bureau, sample }: Pick<Task, 'bureau' | 'sample'>): Task => ({
  id,
  order: taskNumber(id),
  bureau,
  status: 'open',
  turnsAt: null,
  revision: 0,
  sample,
  title: NOTHING,
  summary: NOTHING,
  body: NOTHING,
  plain: NOTHING,
  subtasks: [],
  publishedAt: new Date(0),
  cited: {},
})

/** A place in a draft: one of its texts, or the title or text of a subtask. */
export type Place =
  | { readonly name: TextName | 'changeNote' }
  | { readonly name: 'subtaskTitle' | 'subtaskText'; readonly subtask: string }

/** Something that keeps a draft from being published, or (`isWarning`) that should be looked at before. */
export type Gap = {
  readonly kind: 'missing' | 'too-long' | 'no-change' | 'too-many-citations' | 'one-language' | 'easy-reading'
  readonly isWarning: boolean
  readonly place?: Place
  readonly lang?: Lang
}

/**
 * A text as the rules want it: tabs, which part texts there, are spaces, lines end in one way, and what nobody sees is
 * left out.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .split(BIDI_CONTROL)
    .join('')

const cleanInBoth = ({ ko, en }: Localized): Localized => ({ ko: cleanText(ko), en: cleanText(en) })

/** A draft as it is published. */
export const cleanDraft = (draft: PlanDraft): PlanDraft => ({
  ...draft,
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, cleanInBoth(draft[name])])) as Pick<TaskTexts, TextName>),
  subtasks: draft.subtasks.map(({ id, title, text }) => ({ id, title: cleanInBoth(title), text: cleanInBoth(text) })),
  changeNote: cleanInBoth(draft.changeNote),
})

/** What is missing in a draft, in the order of reading. @param published what it is to follow */
export function gapsIn(written: PlanDraft, published: Wording): readonly Gap[] {
  const draft = cleanDraft(written)
  const gaps: Gap[] = []
  const check = (place: Place, texts: Localized, before: Localized | undefined) => {
    for (const lang of LANGS) {
      if (texts[lang].trim() === '') gaps.push({ kind: 'missing', isWarning: false, place, lang })
      else if (texts[lang].length > MAX_LENGTH[place.name])
        gaps.push({ kind: 'too-long', isWarning: false, place, lang })
    }
    const changed = LANGS.filter((lang) => before && before[lang] !== texts[lang])
    const [only] = changed
    // Who reads the other language would not learn of it. It may be right, after a slip of the pen.
    if (changed.length === 1 && only) gaps.push({ kind: 'one-language', isWarning: true, place, lang: other(only) })
  }
  for (const name of TEXT_NAMES) check({ name }, draft[name], published[name])
  for (const { id, title, text } of draft.subtasks) {
    const before = published.subtasks.find((subtask) => subtask.id === id)
    check({ name: 'subtaskTitle', subtask: id }, title, before?.title)
    check({ name: 'subtaskText', subtask: id }, text, before?.text)
  }
  if (isSame(draft.plain, published.plain) && !isSame(draft.body, published.body)) {
    gaps.push({ kind: 'easy-reading', isWarning: true, place: { name: 'plain' } })
  }
  if (isUnchanged(draft, published)) gaps.push({ kind: 'no-change', isWarning: false })
  else check({ name: 'changeNote' }, draft.changeNote, undefined)
  if (Object.keys(draft.citations).length > MAX_CITATIONS) gaps.push({ kind: 'too-many-citations', isWarning: false })
  return gaps
}

const other = (lang: Lang): Lang => (lang === 'ko' ? 'en' : 'ko')

const isSame = (one: Localized, another: Localized): boolean => LANGS.every((lang) => one[lang] === another[lang])

/** What makes two revisions differ: the texts, whose task it is, and whether it is the office's own wording. */
type Wording = TaskTexts & Pick<Task, 'bureau' | 'sample'>

/** Whether a draft says word for word what is published. */
export const isUnchanged = (draft: Wording, published: Wording): boolean =>
  draft.bureau === published.bureau &&
  draft.sample === published.sample &&
  TEXT_NAMES.every((name) => isSame(draft[name], published[name])) &&
  draft.subtasks.length === published.subtasks.length &&
  draft.subtasks.every(({ id, title, text }, place) => {
    const before = published.subtasks[place]
    return before?.id === id && isSame(title, before.title) && isSame(text, before.text)
  })

/**
 * An id for a new subtask. Comments and citations go by it, so that a removed one's is never given again: it is drawn, as
 * neither the draft nor what is published tells of those that earlier revisions had.
 */
const drawSubtaskId = (): string =>
  `s${10_000_000 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 90_000_000)}`

/** With one more subtask, to be written; the same if there are as many as there may be. */
export const withSubtask = (draft: PlanDraft): PlanDraft =>
  draft.subtasks.length >= MAX_SUBTASKS
    ? draft
    : { ...draft, subtasks: [...draft.subtasks, { id: drawSubtaskId(), title: NOTHING, text: NOTHING }] }

/** With a subtask a step further up (-1) or down (1), as far as it goes. */
export function withMoved(draft: PlanDraft, id: string, step: -1 | 1): PlanDraft {
  const from = draft.subtasks.findIndex((subtask) => subtask.id === id)
  const subtasks = [...draft.subtasks]
  const [one, another] = [subtasks[from], subtasks[from + step]]
  if (!one || !another) return draft
  subtasks[from] = another
  subtasks[from + step] = one
  return { ...draft, subtasks }
}

/** Without a subtask. What was cited for it is cited for the whole. */
export const withoutSubtask = (draft: PlanDraft, id: string): PlanDraft => ({
  ...draft,
  subtasks: draft.subtasks.filter((subtask) => subtask.id !== id),
  citations: Object.fromEntries(
    Object.entries(draft.citations).map(([comment, subtask]) => [comment, subtask === id ? null : subtask]),
  ),
})
