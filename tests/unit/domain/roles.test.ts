import { describe, expect, it } from 'vitest'
import { isRole, isSchoolEmail, needsSchoolEmail, noneByRole, ROLES, verificationFor } from '#domain/roles.ts'
import { SCHOOL_EMAILS } from '../../rules/helpers/emails.ts'

describe('an address of a school or the education office', () => {
  it.each(SCHOOL_EMAILS)('%j: %s', (email, isSchool) => {
    expect(isSchoolEmail(email)).toBe(isSchool)
  })
})

describe('the verification of somebody', () => {
  it.each(['student', 'parent', 'resident'] as const)('a %s is confirmed by any e-mail', (role) => {
    expect(verificationFor(role, 'kim@example.com')).toBe('email')
    expect(verificationFor(role, 'kim@hanbit.sen.es.kr')).toBe('email')
    expect(needsSchoolEmail(role)).toBe(false)
  })

  it.each(['teacher', 'staff'] as const)('a %s is confirmed by a school address only', (role) => {
    expect(verificationFor(role, 'kim@hanbit.sen.es.kr')).toBe('domain')
    expect(verificationFor(role, 'kim@example.com')).toBeNull()
    expect(verificationFor(role, 'kim@sen.go.kr.example.com')).toBeNull()
    expect(needsSchoolEmail(role)).toBe(true)
  })
})

it('there are five groups, and each starts with nothing', () => {
  expect(ROLES).toEqual(['student', 'parent', 'teacher', 'staff', 'resident'])
  expect(noneByRole()).toEqual({ student: 0, parent: 0, teacher: 0, staff: 0, resident: 0 })
})

it('an unknown word is no group', () => {
  expect(isRole('teacher')).toBe(true)
  for (const value of ['Teacher', 'admin', '', null, 0]) expect(isRole(value)).toBe(false)
})
