import type { Localized } from './language.ts'
import type { Task } from './plan.ts'

/** A term of the plan in both languages, so that whoever translates calls things by one name. */
export type Term = Localized

/** What the plan and its people are called, beside the titles of tasks and subtasks. */
const TERMS: readonly Term[] = [
  { ko: '서울교육 중기발전계획', en: 'Seoul medium-term education plan' },
  { ko: '통합과제', en: 'integrated task' },
  { ko: '세부과제', en: 'subtask' },
  { ko: '서울특별시교육청', en: 'Seoul Metropolitan Office of Education' },
  { ko: '교육지원청', en: 'district office of education' },
  { ko: '교육감', en: 'superintendent of education' },
  { ko: '기획조정실', en: 'Office of Planning and Coordination' },
  { ko: '교육정책국', en: 'Education Policy Bureau' },
  { ko: '평생진로교육국', en: 'Lifelong and Vocational Education Bureau' },
  { ko: '교육행정국', en: 'Education Administration Bureau' },
  { ko: '학생', en: 'student' },
  { ko: '학부모', en: 'parent' },
  { ko: '교사', en: 'teacher' },
  { ko: '학교 직원', en: 'school staff' },
  { ko: '시민', en: 'resident' },
  { ko: '유치원', en: 'kindergarten' },
  { ko: '초등학교', en: 'elementary school' },
  { ko: '중학교', en: 'middle school' },
  { ko: '고등학교', en: 'high school' },
  { ko: '특수학교', en: 'special school' },
  { ko: '돌봄', en: 'after-school care' },
  { ko: '방과후학교', en: 'after-school programme' },
  { ko: '급식', en: 'school meals' },
  { ko: '통학로', en: 'way to school' },
  { ko: '기초학력', en: 'basic learning' },
  { ko: '진로교육', en: 'career education' },
  { ko: '마을교육공동체', en: 'village education community' },
  { ko: '학급당 학생 수', en: 'class size' },
  { ko: '자치', en: 'self-government' },
]

/** All terms: the titles of the plan as it is published now, then what else it is told with, each term once. */
export function glossaryOf(tasks: readonly Task[]): readonly Term[] {
  const titles = tasks.flatMap(({ title, subtasks }) => [title, ...subtasks.map((subtask) => subtask.title)])
  return [...new Map([...titles, ...TERMS].map((term) => [`${term.ko} ${term.en}`, term])).values()]
}

/** The terms that stand in a text, in either language. */
export function termsIn(text: string, terms: readonly Term[]): readonly Term[] {
  const plain = text.toLowerCase()
  return terms.filter(({ ko, en }) => plain.includes(ko) || plain.includes(en.toLowerCase()))
}
