import type { SlipForm } from '#data/drafts.ts'
import { textProblem, tidyText } from '#domain/comment.ts'
import { LEVELS } from '#domain/participant.ts'
import { MAX_SCHOOL_LENGTH, MAX_SLIPS_PER_BATCH, SLIP_ROLES, type SlipTerms } from '#domain/slip.ts'

const DAY = 86_400_000
/** The rules allow a day more: the last day counts to its end. */
const MAX_DAYS = 365
const USUAL_DAYS = 30

/** The day in Seoul, as a date field writes it: “2026-03-02”. */
export const dayInSeoul = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Seoul' }).format(at)

/** The last moment of a day in Seoul. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59+09:00`)

export const lastDay = (now: Date): string => dayInSeoul(new Date(now.getTime() + MAX_DAYS * DAY))

export const emptyForm = (now: Date): SlipForm => ({
  role: 'student',
  school: '',
  level: '',
  district: '',
  number: '30',
  until: dayInSeoul(new Date(now.getTime() + USUAL_DAYS * DAY)),
  purpose: '',
})

/** What is wrong with each field, by the name of its message. */
export type SlipFormProblems = Partial<
  Record<'role' | 'school' | 'number' | 'until' | 'purpose', 'missing' | 'unfit' | 'long' | 'past' | 'far' | 'range'>
>

type Checked = { readonly terms: SlipTerms; readonly number: number; readonly purpose: string }

const lineProblem = (text: string, longest: number): 'missing' | 'unfit' | 'long' | undefined => {
  const problem = textProblem(text)
  if (problem === 'empty' || problem === 'blank') return 'missing'
  if (problem !== null && problem !== 'too-long') return 'unfit'
  return text.length > longest ? 'long' : undefined
}

const untilProblem = (until: string, now: Date): 'missing' | 'past' | 'far' | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(endOfDay(until).getTime())) return 'missing'
  if (until < dayInSeoul(now)) return 'past'
  return until > lastDay(now) ? 'far' : undefined
}

const LONGEST_PURPOSE = 200

/** The form as the terms of slips, or what is wrong with it, field by field. */
export function checkForm(form: SlipForm, now: Date): Checked | SlipFormProblems {
  const role = SLIP_ROLES.find((known) => known === form.role)
  const school = tidyText(form.school)
  const purpose = tidyText(form.purpose)
  const number = /^\d+$/.test(form.number.trim()) ? Number(form.number) : Number.NaN
  const schoolProblem = lineProblem(school, MAX_SCHOOL_LENGTH)
  const purposeProblem = lineProblem(purpose, LONGEST_PURPOSE)
  const dayProblem = untilProblem(form.until, now)
  const problems: SlipFormProblems = {
    ...(role ? {} : { role: 'missing' }),
    ...(schoolProblem ? { school: schoolProblem } : {}),
    ...(number >= 1 && number <= MAX_SLIPS_PER_BATCH ? {} : { number: 'range' }),
    ...(dayProblem ? { until: dayProblem } : {}),
    ...(purposeProblem ? { purpose: purposeProblem } : {}),
  }
  if (!role || Object.keys(problems).length > 0) return problems
  const level = LEVELS.find((known) => known === form.level) ?? null
  const district = form.district || null
  return { terms: { role, school, level, district, expiresAt: endOfDay(form.until) }, number, purpose }
}
