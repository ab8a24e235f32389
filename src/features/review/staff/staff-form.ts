import { textProblem, tidyText } from '#domain/comment.ts'
import { MAX_OFFICE_LENGTH } from '#domain/review.ts'
import { isUid, RIGHTS, type StaffMember } from '#domain/staff.ts'

/** What is wrong with each field, by the name of its message. */
export type StaffProblems = {
  readonly uid?: 'missing' | 'unfit'
  readonly name?: 'missing' | 'unfit' | 'long'
  readonly office?: 'missing' | 'unfit' | 'long'
  readonly rights?: 'missing'
}

function lineProblem(text: string): 'missing' | 'unfit' | 'long' | undefined {
  const problem = textProblem(text)
  if (problem === 'empty' || problem === 'blank') return 'missing'
  if (text.length > MAX_OFFICE_LENGTH) return 'long'
  return problem ? 'unfit' : undefined
}

const uidProblem = (uid: string): 'missing' | 'unfit' | undefined => {
  if (uid === '') return 'missing'
  return isUid(uid) ? undefined : 'unfit'
}

/** A record as somebody has typed it, without blanks around, and what is wrong with it. */
export function checkStaff(typed: StaffMember): { readonly member: StaffMember; readonly problems: StaffProblems } {
  const member = {
    ...typed,
    uid: typed.uid.trim(),
    name: tidyText(typed.name),
    office: tidyText(typed.office),
  }
  const found = {
    uid: uidProblem(member.uid),
    name: lineProblem(member.name),
    office: lineProblem(member.office),
    rights: RIGHTS.some((right) => member[right]) ? undefined : ('missing' as const),
  }
  const problems = Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
  return { member, problems }
}

export const EMPTY_RECORD: StaffMember = {
  uid: '',
  name: '',
  office: '',
  canReview: true,
  canEdit: false,
  canInvite: false,
  canManage: false,
  logEntry: null,
}
