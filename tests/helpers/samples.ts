import type { Me } from '#data/me.ts'
import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import { CONSENT_VERSION, type Participant } from '#domain/participant.ts'
import { TASK_IDS, type Task, type TaskIn, taskIn, taskNumber } from '#domain/plan.ts'
import type { Results, TaskResult } from '#domain/results.ts'
import { noneByRole, ROLES, type Role } from '#domain/roles.ts'
import type { Slip } from '#domain/slip.ts'
import type { StanceCounts } from '#domain/stance.ts'

export const sampleTask = (changes: Partial<Task> = {}): Task => ({
  id: 't3',
  order: 3,
  bureau: 'policy',
  status: 'open',
  turnsAt: null,
  cited: {},
  revision: 2,
  title: { ko: '읽는 학교', en: 'Schools that read' },
  summary: { ko: '모든 학교에 책 읽는 시간을 둡니다.', en: 'Every school makes time to read.' },
  plain: { ko: '날마다 책을 읽어요.', en: 'We read every day.' },
  body: { ko: '첫 문단입니다.\n\n둘째 문단입니다.', en: 'A first paragraph.\n\nA second paragraph.' },
  subtasks: [
    { id: 's1', title: { ko: '아침 독서', en: 'Morning reading' }, text: { ko: '아침에 읽습니다.', en: 'Early.' } },
    { id: 's2', title: { ko: '학교 도서관', en: 'School libraries' }, text: { ko: '늦게 닫습니다.', en: 'Late.' } },
  ],
  sample: true,
  publishedAt: new Date('2026-03-01T16:00:00Z'),
  ...changes,
})

/** The sample task as it is read on a page. */
export const sampleTaskIn = (lang: Lang, changes: Partial<Task> = {}): TaskIn => taskIn(lang, sampleTask(changes))

export const samplePlan = (): Task[] =>
  TASK_IDS.map((id) =>
    sampleTask({ id, order: taskNumber(id), title: { ko: `과제 제목 ${id}`, en: `Title of ${id}` } }),
  )

export const sampleComment = (changes: Partial<Comment> = {}): Comment => ({
  id: 't3-aaaaaaaaaaaaaaaaaaaa',
  taskId: 't3',
  authorId: 'somebody',
  role: 'parent',
  district: 'mapo',
  level: null,
  verification: 'email',
  text: '도서관을 여덟 시까지 열어 주세요.',
  lang: 'ko',
  subtaskId: null,
  parentId: null,
  revision: 2,
  createdAt: new Date(),
  editedAt: null,
  edits: 0,
  agree: noneByRole(),
  disagree: noneByRole(),
  agreeTotal: 0,
  disagreeTotal: 0,
  replyCount: 0,
  status: 'visible',
  reportCount: 0,
  moderations: 0,
  decided: null,
  translation: null,
  ...changes,
})

export const sampleAnswer = (changes: Partial<OfficialAnswer> = {}): OfficialAnswer => ({
  commentId: 't3-aaaaaaaaaaaaaaaaaaaa',
  taskId: 't3',
  edits: 0,
  status: 'adopted',
  message: { ko: '내년부터 여덟 시까지 엽니다.', en: 'From next year on they stay open until eight.' },
  office: { ko: '평생교육과', en: 'Lifelong Learning' },
  at: new Date('2026-03-04T00:00:00Z'),
  firstAt: new Date('2026-03-04T00:00:00Z'),
  ...changes,
})

export const sampleParticipant = (changes: Partial<Participant> = {}): Participant => ({
  uid: 'mina',
  role: 'student',
  verification: 'email',
  district: 'jongno',
  level: null,
  lang: 'ko',
  consentVersion: CONSENT_VERSION,
  joinedAt: new Date('2026-03-01T00:00:00Z'),
  invite: null,
  lastComment: null,
  ...changes,
})

export const NOBODY: Me = { user: null, participant: null, leftAt: null, staff: null }

export const joined = (participant = sampleParticipant()): Me => ({
  user: { uid: participant.uid, email: 'mina@example.com' },
  participant,
  leftAt: null,
  staff: null,
})

export const counts = (agree: number, unsure = 0, disagree = 0): StanceCounts => ({ agree, unsure, disagree })

/** A result in which the groups not named are withheld. */
export const sampleResult = (
  groups: Partial<Record<Role, StanceCounts>> = {},
  rest: Partial<Omit<TaskResult, 'groups'>> = {},
): TaskResult => ({
  revision: 2,
  voices: 0,
  subtaskVoices: {},
  total: null,
  groups: Object.fromEntries(ROLES.map((role) => [role, groups[role] ?? null])) as TaskResult['groups'],
  ...rest,
})

export const sampleResults = (tasks: Partial<Results['tasks']> = {}, changes: Partial<Results> = {}): Results => ({
  number: 1,
  publishedAt: new Date('2026-03-05T05:30:00Z'),
  recount: { at: new Date('2026-03-05T05:30:00Z'), stances: 0, tallied: 0, ballots: 0, ballotsTallied: 0 },
  stickers: { total: null, groups: { student: null, parent: null, teacher: null, staff: null, resident: null } },
  tasks: Object.fromEntries(TASK_IDS.map((id) => [id, tasks[id] ?? sampleResult()])) as Results['tasks'],
  ...changes,
})

export const sampleSlip = (changes: Partial<Slip> = {}): Slip => ({
  token: '0123456789ABCDEFGHJK',
  role: 'student',
  school: '한빛초등학교',
  district: 'mapo',
  level: 'elementary',
  batch: 'batch',
  expiresAt: new Date(Date.now() + 7 * 86_400_000),
  used: false,
  voided: false,
  ...changes,
})
