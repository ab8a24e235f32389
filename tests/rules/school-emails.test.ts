import { describe, expect, it } from 'vitest'
import { isSchoolEmail, verificationFor } from '#domain/roles.ts'
import { SCHOOL_EMAILS } from './helpers/emails.ts'
import { onEmulator, signedIn } from './helpers/emulator.ts'
import { joining } from './helpers/people.ts'
import { refused } from './helpers/verdicts.ts'
import { commit } from './helpers/writes.ts'

onEmulator()

const joinAs = (role: string, verification: string, email: string) =>
  commit(signedIn('kim', { email }), joining('kim', { role, verification }, email))

describe('teachers and staff show a school e-mail', () => {
  it.each(SCHOOL_EMAILS)('%j: %s, to the app and to the rules', async (email, isSchool) => {
    expect(isSchoolEmail(email)).toBe(isSchool)
    if (isSchool) await joinAs('teacher', 'domain', email)
    else await refused(() => joinAs('teacher', 'domain', email), 'isSchoolEmail')
  })

  it('accepts school staff by the same domains', () => joinAs('staff', 'domain', 'lee@hanbit.sen.es.kr'))

  it('refuses school staff from elsewhere', () =>
    refused(() => joinAs('staff', 'domain', 'lee@gmail.com'), 'isSchoolEmail'))

  it.each(['teacher', 'staff'])('refuses a %s verified by e-mail alone', (role) =>
    refused(() => joinAs(role, 'email', 'kim@sen.go.kr'), 'isVerifiedForRole'),
  )

  it.each(['student', 'parent', 'resident'] as const)(
    'verifies a %s by e-mail even at a school domain',
    async (role) => {
      expect(verificationFor(role, 'kim@sen.go.kr')).toBe('email')
      await refused(() => joinAs(role, 'domain', 'kim@sen.go.kr'), 'isVerifiedForRole')
      await joinAs(role, 'email', 'kim@sen.go.kr')
    },
  )
})
