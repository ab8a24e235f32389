import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { StaffMember } from '#domain/staff.ts'
import { AddStaff } from '#features/review/staff/add-staff.tsx'
import { staffListQuery } from '#features/review/staff/queries.ts'
import { StaffList } from '#features/review/staff/staff-list.tsx'
import { descriptionOf } from '../../../helpers/described.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Writing itself is tried on the emulator, by tests/rules and in the browser.
const far = vi.hoisted(() => ({ changeStaff: vi.fn(), removeStaff: vi.fn(), readStaffList: vi.fn() }))
vi.mock('#data/remote.ts', () => ({ remote: (_: unknown, run: (module: object) => Promise<unknown>) => run(far) }))

const none = { canReview: false, canEdit: false, canInvite: false, canManage: false }
const HANA: StaffMember = {
  uid: 'hana',
  name: '김하나',
  office: '정책기획과',
  ...none,
  canReview: true,
  canInvite: true,
  logEntry: 'first',
}
const ME: StaffMember = { uid: 'me', name: '이둘', office: '총무과', ...none, canManage: true, logEntry: 'mine' }
/** As another manager has made it meanwhile. */
const HANA_NOW: StaffMember = { ...HANA, canInvite: false, logEntry: 'second' }

beforeAll(letDialogsOpen)

describe.each(LANGUAGES)('the list of staff, in %s', (lang) => {
  const words = WORDS[lang]['review-staff']
  const show = () => {
    const client = testClient()
    far.readStaffList.mockResolvedValue([ME, HANA_NOW])
    client.setQueryData(staffListQuery.queryKey, [ME, HANA])
    return renderInApp(<StaffList uid="me" />, { lang, client })
  }
  const row = (name: string): HTMLElement => {
    const item = screen.getByRole('heading', { name: new RegExp(name) }).closest('li')
    if (!item) throw new Error(`${name} stands in no list`)
    return item
  }

  it('names everybody, what they may do, and who is me', async () => {
    await show()
    const [first, second] = screen.getAllByRole('heading', { level: 3 })
    expect(first?.textContent).toBe('김하나')
    expect(second?.textContent).toBe(`이둘 ${words.list.you}`)
    const rights = within(row('김하나')).getByRole('list', { name: words.form.rights })
    expect(
      within(rights)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([words.right.canReview.name, words.right.canInvite.name])
  })

  it('removes others after a second look, and never oneself', async () => {
    const { user } = await show()
    expect(within(row('이둘')).queryByRole('button', { name: new RegExp(words.list.remove) })).toBeNull()
    await user.click(within(row('김하나')).getByRole('button', { name: `${words.list.remove}: 김하나` }))
    const dialog = screen.getByRole('dialog', { name: fill(words.remove.title, { name: '김하나' }) })
    expect(dialog.textContent).toContain(HANA.office)
    await user.click(within(dialog).getByRole('button', { name: words.cancel }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  /** Names in it may be marked as of another language, each in an element of its own. */
  const told = (_: string, element: Element | null) =>
    element?.tagName === 'P' &&
    element.textContent ===
      fill(words.conflict.now, { name: HANA_NOW.name, office: HANA_NOW.office, rights: words.right.canReview.name })

  it('gives back no right that another manager has taken meanwhile: tells of it, and loses nothing', async () => {
    far.changeStaff.mockReset().mockRejectedValueOnce(new DataError('conflict')).mockResolvedValue(undefined)
    const { user } = await show()
    await user.click(within(row('김하나')).getByRole('button', { name: `${words.list.change}: 김하나` }))
    await user.type(screen.getByLabelText(words.form.office), ' 1팀')
    await user.click(screen.getByRole('button', { name: words.change.send }))
    expect(await screen.findByText(told)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(words.form.office).value).toBe('정책기획과 1팀')
    await user.click(screen.getByRole('checkbox', { name: new RegExp(`^${words.right.canInvite.name}`) }))
    await user.click(screen.getByRole('button', { name: words.change.send }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const office = '정책기획과 1팀'
    expect(far.changeStaff.mock.calls).toEqual([[{ ...HANA, office }], [{ ...HANA_NOW, office }]])
  })

  it('keeps what was entered over a reload, with the record that it was entered upon, until it is given up', async () => {
    far.changeStaff.mockReset().mockRejectedValueOnce(new DataError('conflict')).mockResolvedValue(undefined)
    const change = { name: `${words.list.change}: 김하나` }
    const { user } = await show()
    await user.click(within(row('김하나')).getByRole('button', change))
    await user.type(screen.getByLabelText(words.form.office), ' 1팀')
    cleanup()
    // The list says by now what another manager has made of it.
    const client = testClient()
    client.setQueryData(staffListQuery.queryKey, [ME, HANA_NOW])
    await renderInApp(<StaffList uid="me" />, { lang, client })
    await user.click(within(row('김하나')).getByRole('button', change))
    expect(screen.getByText(words.change.begun)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(words.form.office).value).toBe('정책기획과 1팀')
    await user.click(screen.getByRole('button', { name: words.change.send }))
    expect(await screen.findByText(told)).toBeTruthy()
    expect(far.changeStaff.mock.lastCall).toEqual([{ ...HANA, office: '정책기획과 1팀' }])
    await user.click(screen.getByRole('button', { name: words.cancel }))
    await user.click(within(row('김하나')).getByRole('button', change))
    expect(screen.getByLabelText<HTMLInputElement>(words.form.office).value).toBe(HANA.office)
  })

  it('says in which language a name is, in the title of the dialog too', async () => {
    const { user } = await show()
    await user.click(within(row('김하나')).getByRole('button', { name: `${words.list.change}: 김하나` }))
    const marked = screen.getByRole('dialog').querySelector('h2 [lang=ko]')?.textContent ?? null
    expect(marked).toBe(lang === 'en' ? '김하나' : null)
  })

  it('removes nobody upon an older record without saying so', async () => {
    far.removeStaff.mockReset().mockRejectedValueOnce(new DataError('conflict')).mockResolvedValue(undefined)
    const { user } = await show()
    await user.click(within(row('김하나')).getByRole('button', { name: `${words.list.remove}: 김하나` }))
    await user.click(screen.getByRole('button', { name: words.remove.send }))
    expect(await screen.findByText(told)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: words.remove.send }))
    await waitFor(() => expect(far.removeStaff.mock.lastCall).toEqual([HANA_NOW]))
  })

  it('lets nobody take the right to manage from themselves, and asks for at least one right', async () => {
    const { user } = await show()
    await user.click(within(row('이둘')).getByRole('button', { name: `${words.list.change}: 이둘` }))
    const own = screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(words.right.canManage.name) })
    expect([own.checked, own.disabled]).toEqual([true, true])
    await user.click(screen.getByRole('button', { name: words.cancel }))
    await user.click(within(row('김하나')).getByRole('button', { name: `${words.list.change}: 김하나` }))
    for (const right of ['canReview', 'canInvite'] as const)
      await user.click(screen.getByRole('checkbox', { name: new RegExp(`^${words.right[right].name}`) }))
    await user.click(screen.getByRole('button', { name: words.change.send }))
    expect(screen.getByText(words.problem.rights.missing)).toBeTruthy()
  })
})

describe.each(LANGUAGES)('adding somebody, in %s', (lang) => {
  const words = WORDS[lang]['review-staff']

  it('says what is wrong field by field, and begins with the first', async () => {
    const { user } = await renderInApp(<AddStaff />, { lang })
    await user.click(screen.getByRole('button', { name: words.add.send }))
    const code = screen.getByLabelText(words.form.uid)
    expect(document.activeElement).toBe(code)
    expect(descriptionOf(code)).toContain(words.problem.uid.missing)
    expect(descriptionOf(screen.getByLabelText(words.form.name))).toContain(words.problem.name.missing)
    await user.paste('kim@sen.go.kr')
    expect(descriptionOf(code)).toContain(words.problem.uid.unfit)
    await user.clear(code)
    await user.paste(' AbCdEf0123456789AbCdEf012345 ')
    expect(descriptionOf(code)).not.toContain(words.problem.uid.unfit)
    await user.click(screen.getByLabelText(words.form.office))
    await user.paste('가'.repeat(101))
    expect(descriptionOf(screen.getByLabelText(words.form.office))).toContain(words.problem.office.long)
  })
})
