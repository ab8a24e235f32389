import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { JoinDraft } from '#data/drafts.ts'
import { DataError } from '#data/errors.ts'
import type { User } from '#data/session.ts'
import { removeAccount } from '#data/sign-in.ts'
import { ROLES } from '#domain/roles.ts'
import { WhereStep, WhoStep } from '#features/join/questions.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { renderInApp } from '../../../helpers/render-in-app.tsx'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/sign-in.ts', async (original) => ({ ...(await original<object>()), removeAccount: vi.fn() }))

const KID: User = { uid: 'kid', email: 'kid@example.com' }
const NOTHING: JoinDraft = { role: null, fourteen: null, district: null, consent: false }

type StepProps = { answers: JoinDraft; change: (part: Partial<JoinDraft>) => void }

function Answering({ step }: { step: (props: StepProps) => React.ReactNode }) {
  const [answers, setAnswers] = useState(NOTHING)
  return step({ answers, change: (part) => setAnswers({ ...answers, ...part }) })
}

describe.each(LANGUAGES)('who somebody is, in %s', (lang) => {
  const { join: words } = WORDS[lang]
  const show = async (here: User | null = null) => {
    const onNext = vi.fn()
    const onRemove = vi.fn()
    const step = (props: StepProps) => <WhoStep {...props} user={here} onNext={onNext} onRemove={onRemove} />
    const app = await renderInApp(<Answering step={step} />, { lang })
    const choose = (answer: string) => app.user.click(screen.getByText(answer))
    const goOn = () => app.user.click(screen.getByRole('button', { name: words.next }))
    return { ...app, onNext, onRemove, choose, goOn }
  }
  const who = () => screen.getByRole('group', { name: words.who.title })

  it('is one of five groups, each explained', async () => {
    await show()
    const names = within(who())
      .getAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent)
    expect(names).toEqual(ROLES.map((role) => words.who[role] + words.who[`${role}Hint`]))
  })

  it('must be said before going on', async () => {
    const { goOn, onNext, choose } = await show()
    expect(descriptionOf(who())).toBe('')
    await goOn()
    expect(descriptionOf(who())).toBe(words.who.missing)
    expect(document.activeElement).toBe(within(who()).getAllByRole('radio')[0])
    expect(onNext).not.toHaveBeenCalled()
    await choose(words.who.parent)
    expect(descriptionOf(who())).toBe('')
    await goOn()
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  it.each(['parent', 'teacher', 'staff', 'resident'] as const)('asks a %s no age', async (role) => {
    const { choose, goOn, onNext } = await show()
    await choose(words.who[role])
    expect(screen.queryByRole('group', { name: words.age.title })).toBeNull()
    await goOn()
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  it('deletes no account of whoever only looks at the answers, by the arrow keys too', async () => {
    vi.mocked(removeAccount).mockReset()
    const { choose, user } = await show(KID)
    await choose(words.who.student)
    await choose(words.age.yes)
    await user.keyboard('{ArrowDown}')
    expect(screen.getByText(words.age.child)).toBeTruthy()
    expect(screen.getByText(fill(words.age.account, { email: 'kid@example.com' }))).toBeTruthy()
    // It would lead to where somebody else seems to be here.
    expect(screen.queryByRole('link', { name: words.slip.useIt })).toBeNull()
    await user.keyboard('{ArrowUp}')
    expect(screen.queryByRole('button', { name: words.age.remove })).toBeNull()
    expect(removeAccount).not.toHaveBeenCalled()
  })

  it.each([
    ['deleted', true, words.age.removed],
    ['signed out of, and said to be there still, where it cannot be', false, words.age.stillThere],
  ])('the account of a child who signed in before they were asked is, by a press, %s', async (_, done, text) => {
    vi.mocked(removeAccount).mockReset().mockResolvedValue(done)
    const { choose, user, onRemove } = await show(KID)
    await choose(words.who.student)
    await choose(words.age.no)
    await user.click(screen.getByRole('button', { name: words.age.remove }))
    const told = await screen.findByText(fill(text, { email: 'kid@example.com' }))
    expect(document.activeElement?.contains(told)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
    expect(onRemove).toHaveBeenCalledOnce()
    expect(removeAccount).toHaveBeenCalledOnce()
    expect(screen.queryByText(words.ask.none) !== null).toBe(!done)
    expect(screen.getByRole('link', { name: words.slip.useIt })).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('an account that cannot even be signed out of is said to be, and can be tried again', async () => {
    vi.mocked(removeAccount).mockReset().mockRejectedValue(new DataError('offline'))
    const { choose, user } = await show(KID)
    await choose(words.who.student)
    await choose(words.age.no)
    await user.click(screen.getByRole('button', { name: words.age.remove }))
    expect(await screen.findByText(WORDS[lang].errors.offline)).toBeTruthy()
    expect(screen.getByRole('button', { name: words.age.remove }).getAttribute('aria-disabled')).toBe('false')
  })

  it('lets a student of 14 go on, once the age is told', async () => {
    const { choose, goOn, onNext } = await show()
    await choose(words.who.student)
    await goOn()
    const age = screen.getByRole('group', { name: words.age.title })
    expect(descriptionOf(age)).toBe(words.age.missing)
    expect(document.activeElement).toBe(within(age).getAllByRole('radio')[0])
    expect(onNext).not.toHaveBeenCalled()
    await choose(words.age.yes)
    await goOn()
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  it('tells a child of the slip from school, and asks nothing more: there is no way on', async () => {
    const { choose, user, onNext, container } = await show()
    await choose(words.who.student)
    const place = screen.getByRole('status')
    await choose(words.age.no)
    expect(screen.getByRole('status')).toBe(place)
    expect(screen.getByRole('status').textContent).toContain(words.age.child)
    expect(screen.queryByRole('button')).toBeNull()
    expect(hrefOf(screen.getByRole('link', { name: words.slip.useIt }))).toBe(`/${lang}?slip=`)
    expect(hrefOf(screen.getByRole('link', { name: words.age.read }))).toBe(`/${lang}#tasks`)
    expect(container.querySelector('input:not([type="radio"]), select, textarea')).toBeNull()
    await user.keyboard('{Enter}')
    expect(onNext).not.toHaveBeenCalled()
  })

  it('can be corrected after the wrong age or group', async () => {
    const { choose, goOn, onNext } = await show()
    await choose(words.who.student)
    await choose(words.age.no)
    await choose(words.who.parent)
    expect(screen.queryByText(words.age.child)).toBeNull()
    await goOn()
    expect(onNext).toHaveBeenCalledTimes(1)
  })
})

describe.each(LANGUAGES)('where somebody lives and whether they agree, in %s', (lang) => {
  const { join: words } = WORDS[lang]
  const show = async () => {
    const steps = { onNext: vi.fn(), onBack: vi.fn() }
    const app = await renderInApp(<Answering step={(props) => <WhereStep {...props} {...steps} />} />, { lang })
    return { ...app, ...steps, goOn: () => app.user.click(screen.getByRole('button', { name: words.next })) }
  }
  const consent = () => screen.getByRole<HTMLInputElement>('checkbox', { name: words.consent.agree })

  it('needs consent, which nobody has given before they give it', async () => {
    const { goOn, onNext, user } = await show()
    expect(consent().checked).toBe(false)
    await goOn()
    expect(descriptionOf(consent())).toBe(words.consent.missing)
    expect(consent().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(consent())
    expect(onNext).not.toHaveBeenCalled()
    await user.click(consent())
    expect(descriptionOf(consent())).toBe('')
    await goOn()
    expect(onNext).toHaveBeenCalledTimes(1)
  })

  it('tells beforehand what is kept where, what Google passes on, what is shown, how long, and how to leave', async () => {
    await show()
    const items = screen.getAllByRole('listitem').map((item) => item.textContent)
    const { stored, google, shown, where, kept, leave } = words.consent
    expect(items).toEqual([stored, google, shown, where, kept, leave])
    expect(hrefOf(screen.getByRole('link', { name: words.consent.more }))).toBe(`/${lang}/about#privacy`)
  })

  it('does not need the district', async () => {
    const { user } = await show()
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: words.where.title })
    expect(select.selectedOptions[0]?.textContent).toBe(words.where.none)
    await user.selectOptions(select, lang === 'ko' ? '종로구' : 'Jongno-gu')
    expect(select.value).toBe('jongno')
    await user.selectOptions(select, words.where.none)
    expect(select.value).toBe('')
  })

  it('lists the 25 districts in the order of the language', async () => {
    await show()
    const [none, ...districts] = screen.getAllByRole('option').map((option) => option.textContent ?? '')
    expect(none).toBe(words.where.none)
    expect(districts).toHaveLength(25)
    expect(districts).toEqual(districts.toSorted(new Intl.Collator(lang).compare))
    expect(districts.slice(0, 3)).toEqual(
      lang === 'ko' ? ['강남구', '강동구', '강북구'] : ['Dobong-gu', 'Dongdaemun-gu', 'Dongjak-gu'],
    )
  })

  it('leads back without consent', async () => {
    const { user, onBack, onNext } = await show()
    await user.click(screen.getByRole('button', { name: words.back }))
    expect(onBack).toHaveBeenCalledTimes(1)
    expect(onNext).not.toHaveBeenCalled()
  })
})
