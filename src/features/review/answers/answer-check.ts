import type { Answer } from '#data/answers.ts'
import type { AnswerForm } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import { detectLang, type Lang, type Localized } from '#domain/language.ts'
import { isAnswerStatus, MAX_ANSWER_LENGTH, type OfficialAnswer } from '#domain/official-answer.ts'
import { MAX_OFFICE_LENGTH } from '#domain/review.ts'

export type AnswerField = keyof AnswerForm

/** What is wrong with a field, by the name of its message. */
export type AnswerProblem = 'missing' | 'unfit' | 'long' | 'language'
export type AnswerProblems = Partial<Record<AnswerField, AnswerProblem>>

/** A form to begin with: an answer that is there already, or nothing but the office one answers for. */
export const startOf = (answer: OfficialAnswer | null, office: Localized | null): AnswerForm => ({
  status: answer?.status ?? '',
  messageKo: answer?.message.ko ?? '',
  messageEn: answer?.message.en ?? '',
  officeKo: answer?.office.ko ?? office?.ko ?? '',
  officeEn: answer?.office.en ?? office?.en ?? '',
})

function problemOf(text: string, longest: number, lang: Lang | null): AnswerProblem | undefined {
  const problem = textProblem(text)
  if (problem === 'empty' || problem === 'blank') return 'missing'
  if (problem === 'control' || problem === 'bidi') return 'unfit'
  if (text.length > longest) return 'long'
  return lang !== null && detectLang(text, lang) !== lang ? 'language' : undefined
}

/** What the form says as an answer, as far as it is filled in. */
const answerIn = (form: AnswerForm) => ({
  message: { ko: tidyText(form.messageKo), en: tidyText(form.messageEn) },
  office: { ko: tidyText(form.officeKo), en: tidyText(form.officeEn) },
})

/** The form as an answer, or what is wrong with it, field by field. An office may have one name in both languages. */
export function checkAnswer(form: AnswerForm): { readonly answer: Answer } | { readonly problems: AnswerProblems } {
  const { message, office } = answerIn(form)
  const status = isAnswerStatus(form.status) ? form.status : null
  const found: Record<AnswerField, AnswerProblem | undefined> = {
    status: status ? undefined : 'missing',
    messageKo: problemOf(message.ko, MAX_ANSWER_LENGTH, 'ko'),
    messageEn: problemOf(message.en, MAX_ANSWER_LENGTH, 'en'),
    officeKo: problemOf(office.ko, MAX_OFFICE_LENGTH, null),
    officeEn: problemOf(office.en, MAX_OFFICE_LENGTH, null),
  }
  const problems = Object.fromEntries(Object.entries(found).filter(([, problem]) => problem)) as AnswerProblems
  return status && Object.keys(problems).length === 0 ? { answer: { status, message, office } } : { problems }
}
