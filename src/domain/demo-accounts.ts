import type { Localized } from './language.ts'
import type { Role } from './roles.ts'

/** What a staff record lets its owner do; every right is its own. */
export type StaffRights = {
  readonly canReview: boolean
  readonly canEdit: boolean
  readonly canInvite: boolean
  readonly canManage: boolean
}

/** Somebody to try the product as. They exist on the emulators only. */
export type DemoAccount = {
  /** The account's id, and what Google calls it (“sub”) too. */
  readonly uid: string
  readonly email: string
  /** Set if the person has joined as a participant. */
  readonly role: Role | null
  /** Set if the person has a staff record. */
  readonly staffRights: StaffRights | null
  readonly name: Localized
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    uid: 'demo-parent',
    email: 'parent@example.com',
    role: 'parent',
    staffRights: null,
    name: { ko: '학부모', en: 'A parent' },
  },
  {
    uid: 'demo-student',
    email: 'student@example.com',
    role: 'student',
    staffRights: null,
    name: { ko: '학생', en: 'A student' },
  },
  {
    uid: 'demo-teacher',
    email: 'teacher@madang.sen.es.kr',
    role: 'teacher',
    staffRights: null,
    name: { ko: '교사', en: 'A teacher' },
  },
  {
    uid: 'demo-reviewer',
    email: 'reviewer@sen.go.kr',
    role: null,
    staffRights: { canReview: true, canEdit: false, canInvite: false, canManage: false },
    name: { ko: '교육청 검토 담당자', en: 'A reviewer at the education office' },
  },
  {
    uid: 'demo-editor',
    email: 'editor@sen.go.kr',
    role: null,
    staffRights: { canReview: true, canEdit: true, canInvite: true, canManage: true },
    name: { ko: '교육청 편집·운영 담당자', en: 'An editor and manager at the education office' },
  },
]
