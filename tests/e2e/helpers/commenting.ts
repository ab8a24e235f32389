import type { Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { storedIn } from './emulators.ts'
import { enterNew } from './people.ts'
import { alertOn, words } from './words.ts'

/** The place on a task's page where comments are written, and what is said there of them. */
export function commenting(page: Page, lang: Lang) {
  const comments = words(lang, 'comments')
  const outbox = words(lang, 'outbox')
  return {
    box: page.getByLabel(comments('form.label'), { exact: true }),
    send: page.getByRole('button', { name: comments('form.send') }),
    sent: page.getByRole('status').getByText(outbox('arrived.comment')),
    alert: alertOn(page),
    /** A comment in the list, by its words. */
    said: (text: string) => page.getByRole('article').filter({ hasText: text }),
    comments,
    outbox,
  }
}

/** A new participant on a task's page: nobody else's comment can be in the way of theirs. */
export async function newcomer(page: Page, lang: Lang, number: number): Promise<string> {
  const { email } = await enterNew(page, lang, `/${lang}/tasks/${number}`)
  await page.locator('#voices').scrollIntoViewIfNeeded()
  await commenting(page, lang).send.waitFor()
  return email
}

/** How many comments with these words are stored on a task. */
export const storedComments = async (number: number, text: string): Promise<number> =>
  Object.values(await storedIn(`tasks/t${number}/comments`)).filter((comment) => comment.text === text).length
