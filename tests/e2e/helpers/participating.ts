import { expect, type Page } from '@playwright/test'
import { commenting } from './commenting.ts'
import { storeComments, stored, storedIn } from './emulators.ts'
import { words } from './words.ts'

// Everything that participants do goes through the outbox: a vote, a comment, a reaction and a stance, in Korean.

const comments = words('ko', 'comments')
const priorities = words('ko', 'priorities')
const stance = words('ko', 'stance')

export const VOTE = '/ko/priorities'
export const TASK = '/ko/tasks/1'
export const HEARD = 'tasks/t1/comments/t1-00000000000000000000'

/** Somebody else's comment, to agree with. */
export const storeHeard = () => storeComments('t1', ['다른 사람의 글'], new Date(Date.now() - 1000))

const heard = (page: Page) => commenting(page, 'ko').said('다른 사람의 글')
export const agree = (page: Page) =>
  heard(page).getByRole('button', { name: new RegExp(`^${comments('reaction.agree')}`) })
export const ownStance = (page: Page) => page.getByRole('region', { name: '내 입장' })
export const inAgreement = (page: Page) => page.getByLabel(stance('agree'), { exact: true })

/** Places a sticker, and casts it once the page knows that it may. */
export async function vote(page: Page, before = async () => {}): Promise<void> {
  await page
    .getByRole('button', { name: /스티커 붙이기$/ })
    .first()
    .click()
  const cast = page.getByRole('button', { name: priorities('cast') })
  await cast.waitFor()
  await before()
  await cast.click()
}

/** Comments on the task, agrees with somebody else's comment and with the task itself. */
export async function speak(page: Page, text: string, before = async () => {}): Promise<void> {
  const { box, send } = commenting(page, 'ko')
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await send.waitFor()
  await box.fill(text)
  await expect(agree(page)).toBeVisible()
  await expect(inAgreement(page)).toBeEnabled()
  await before()
  await agree(page).click()
  await inAgreement(page).check()
  await send.click()
}

/** What is counted of the comment, and of the task. */
export async function counts() {
  const tallies = Object.values(await storedIn('tasks/t1/revisions/1/stanceTallies'))
  return {
    reactions: Number((await stored(HEARD))?.agreeTotal),
    stances: tallies.reduce((sum, { agree }) => sum + Number(agree), 0),
  }
}

/** All that a person did is stored, and counted, once. @param before the counts */
export async function expectOnce(uid: string, text: string, before: Awaited<ReturnType<typeof counts>>): Promise<void> {
  const all = Object.values(await storedIn('tasks/t1/comments'))
  expect(all.filter((comment) => comment.text === text && comment.authorId === uid)).toHaveLength(1)
  expect(await stored(`${HEARD}/reactions/${uid}`)).toMatchObject({ value: 'agree' })
  expect(await stored(`tasks/t1/revisions/1/stances/${uid}`)).toMatchObject({ value: 'agree' })
  expect(await stored(`ballots/${uid}`)).toMatchObject({ stickers: { t1: 1 } })
  expect(await counts()).toEqual({ reactions: before.reactions + 1, stances: before.stances + 1 })
}
