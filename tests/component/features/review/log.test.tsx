import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry, staffEntryReason, turnReason } from '#domain/audit.ts'
import { LogList } from '#features/review/log/log-list.tsx'
import { logQuery } from '#features/review/log/queries.ts'
import { staffListQuery } from '#features/review/staff/queries.ts'
import { formatMoment } from '#i18n/format.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const rights = { canReview: true, canEdit: false, canInvite: true, canManage: false }
const HANA = { uid: 'hana', name: '김하나', office: '정책기획과', ...rights, logEntry: 'an entry' }
const COMMENT = 't3-AaBbCcDdEeFfGgHhIi01'

const entry = (action: AuditAction, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `${action}${changes.target ?? ''}`,
  action,
  target: COMMENT,
  byUid: 'hana',
  at: new Date('2026-03-02T05:07:00Z'),
  reason: '회의에서 정함',
  ...changes,
})

describe.each(LANGUAGES)('the log, in %s', (lang) => {
  const words = WORDS[lang]['review-log']
  const show = (entries: readonly AuditEntry[], action: AuditAction | null = null) => {
    const client = testClient()
    client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } })
    client.setQueryData(staffListQuery.queryKey, [HANA])
    for (const key of [null, ...AUDIT_ACTIONS]) {
      const items = entries.filter((each) => key === null || each.action === key)
      client.setQueryData(logQuery(key).queryKey, { pages: [{ items, next: null }], pageParams: [null] })
    }
    const path = `/review/log${action ? `?action=${action}` : ''}`
    return renderInApp(<LogList />, { lang, client, path })
  }
  const shown = () =>
    within(screen.getByRole('list', { name: words.list }))
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '')

  it('says of each action what it was, who did it and when, why, and leads to the comment', async () => {
    await show([entry('hide', { reason: 'abuse' })])
    const [text] = shown()
    for (const part of [words.action.hide, '김하나', words.hidden.abuse, '14:07']) expect(text).toContain(part)
    expect(screen.getByRole('link', { name: fill(words.comment, { number: 3 }) }).getAttribute('href')).toBe(
      `/${lang}/tasks/3/comments/${COMMENT}`,
    )
  })

  it('leads to all that was done about one comment, and shows that alone', async () => {
    const about = (id: string) => `/${lang}/review/log?about=${id}`
    await show([entry('answer', { reason: 'adopted' })])
    expect(screen.getByRole('link', { name: words.about }).getAttribute('href')).toBe(about(COMMENT))
    cleanup()
    const client = testClient()
    client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } })
    client.setQueryData(staffListQuery.queryKey, [HANA])
    const items = [entry('answer', { id: 'two', reason: 'adopted' }), entry('answer', { reason: 'considering' })]
    client.setQueryData(logQuery(null, COMMENT).queryKey, { pages: [{ items, next: null }], pageParams: [null] })
    await renderInApp(<LogList />, { lang, client, path: `/review/log?about=${COMMENT}` })
    expect(
      shown().map((text) => [words.answered.adopted, words.answered.considering].find((told) => text.includes(told))),
    ).toEqual([words.answered.adopted, words.answered.considering])
    expect(screen.queryByLabelText(words.filter)).toBeNull()
    expect(screen.getByRole('link', { name: words.aboutAll }).getAttribute('href')).toBe(`/${lang}/review/log`)
  })

  it('says in words what is kept as a name', async () => {
    await show([
      entry('answer', { reason: 'partly' }),
      entry('translate', { reason: 'en → ko' }),
      entry('staff', { target: 'dul', reason: staffEntryReason('remove', HANA) }),
      entry('restore', { reason: '다시 보니 괜찮음' }),
    ])
    const [answer, translation, staff, restored] = shown()
    expect(answer).toContain(words.answered.partly)
    expect(translation).toContain(words.translated['en → ko'])
    const list = `${words.right.canReview}, ${words.right.canInvite}`
    expect(staff).toContain(fill(words.staff.remove, { who: '김하나, 정책기획과', rights: list }))
    expect(restored).toContain('다시 보니 괜찮음')
  })

  it('says until when a task is open or closed, and why', async () => {
    const until = new Date('2026-04-01T05:00:00Z')
    await show([
      entry('reopen-task', { target: 't3', reason: turnReason(until, '의견을 더 들음') }),
      entry('close-task', { target: 't3', reason: turnReason(null, '검토를 시작함') }),
      entry('close-task', { target: 't4', reason: '예전에 쓴 까닭' }),
    ])
    const [open, closed, old] = shown()
    const moment = formatMoment(until, lang)
    expect(open).toContain(fill(words.until.open, { moment, why: '의견을 더 들음' }))
    expect(closed).toContain('검토를 시작함')
    expect(closed).not.toContain('until')
    expect(old).toContain('예전에 쓴 까닭')
  })

  it('says of slips what it does not tell, and of nothing else', async () => {
    await show([entry('issue-slips', { target: 'a batch' }), entry('void-slips', { target: 'a batch' })])
    const [issued, voided] = shown()
    expect(issued).toContain(words.issued)
    expect(voided).not.toContain(words.issued)
  })

  it('names whom it can, and says so where somebody is gone or a script did it', async () => {
    await show([
      entry('theme', { target: 'a', byUid: 'formerColleague' }),
      entry('set-voting', { target: 'settings/voting', byUid: 'admin-script' }),
    ])
    const [gone, script] = shown()
    expect(gone).toContain(fill(words.gone, { id: 'former' }))
    expect(script).toContain(words.script)
    expect(within(screen.getByRole('list', { name: words.list })).queryByRole('link')).toBeNull()
  })

  it('shows one kind, which the address names', async () => {
    const { user, address } = await show([entry('hide', { reason: 'abuse' }), entry('theme')], 'theme')
    expect(shown()).toHaveLength(1)
    await user.selectOptions(screen.getByLabelText(words.filter), words.action.answer)
    expect(address()).toBe(`/${lang}/review/log?action=answer`)
    expect(screen.getByText(words.none)).toBeTruthy()
    await user.selectOptions(screen.getByLabelText(words.filter), words.all)
    expect(shown()).toHaveLength(2)
  })
})
