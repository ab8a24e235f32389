import type { Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import type { Role } from '#domain/roles.ts'
import { mailedLink, signedInAccount, storeParticipant } from './emulators.ts'
import { words } from './words.ts'

export type Person = { lang: Lang; role: Role; email: string; district?: string }

let people = 0

/** An address nobody else in this run has. */
export const newEmail = (domain = 'example.com') => `person-${process.pid}-${++people}@${domain}`

/** Goes through the questions before sign-in: group, age where it is asked, district, consent. */
export async function answerQuestions(page: Page, { lang, role, district }: Omit<Person, 'email'>): Promise<void> {
  const join = words(lang, 'join')
  await page.getByRole('radio', { name: new RegExp(`^${join(`who.${role}`)} `) }).check()
  if (role === 'student') await page.getByRole('radio', { name: join('age.yes') }).check()
  await page.getByRole('button', { name: join('next') }).click()
  if (district) await page.getByLabel(join('where.title')).selectOption(district)
  await page.getByRole('checkbox', { name: join('consent.agree') }).check()
  await page.getByRole('button', { name: join('next') }).click()
}

/**
 * Asks for a sign-in link and follows it, as from a mail program on the same device.
 * @param remembers whether that device remembers the address
 */
export async function followMailedLink(
  page: Page,
  { lang, email }: Pick<Person, 'lang' | 'email'>,
  remembers = true,
): Promise<void> {
  const join = words(lang, 'join')
  await page.getByLabel(join('signIn.email')).fill(email)
  await page.getByRole('button', { name: join('signIn.send') }).click()
  await page.getByText(join('signIn.sent', { email })).waitFor()
  await page.goto(await mailedLink(email))
  if (!remembers) await page.getByLabel(join('signIn.confirm')).fill(email)
  await page.getByRole('button', { name: join('signIn.confirmSend') }).click()
}

/** Joins by an e-mail link from the page somebody is on, and comes back to it. */
export async function joinFrom(page: Page, person: Person): Promise<void> {
  const join = words(person.lang, 'join')
  await answerQuestions(page, person)
  await followMailedLink(page, person)
  await page.getByRole('button', { name: join('finish.send') }).click()
  await page.getByRole('link', { name: join('done.continue') }).click()
}

/** Signs in by one of the buttons that exist against emulators only, and goes on to a page. */
export async function signInAsDemo(page: Page, lang: Lang, name: string, next: string): Promise<void> {
  await page.goto(`/${lang}/join?again=&next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(`**${next}`)
}

/** Signs somebody in on this device at once, as the SDK keeps it, and opens a page. @returns their id */
export async function enter(page: Page, email: string, path: string): Promise<string> {
  const { localId: uid = '', idToken, refreshToken } = await signedInAccount(email)
  const user = {
    uid,
    email,
    emailVerified: true,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: { refreshToken, accessToken: idToken, expirationTime: Date.now() + 3_600_000 },
    apiKey: 'demo',
    appName: '[DEFAULT]',
  }
  await page.goto('/robots.txt')
  await page.evaluate((kept) => {
    localStorage.setItem('firebase:authUser:demo:[DEFAULT]', JSON.stringify(kept))
    localStorage.setItem('madang:signed-in', kept.uid)
  }, user)
  await page.goto(path)
  return uid
}

/** A participant whom this run has not seen, on a page. How one joins is for other tests. */
export async function enterNew(page: Page, lang: Lang, path: string): Promise<{ uid: string; email: string }> {
  const email = newEmail()
  const { localId: uid = '' } = await signedInAccount(email)
  await storeParticipant(uid, lang)
  await enter(page, email, path)
  return { uid, email }
}
