import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { resultsQuery } from '#features/plan/queries.ts'
import AboutPage from '../../../src/app/pages/about-page.tsx'
import { collectionsOfRules } from '../../helpers/collections-of-rules.ts'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { sampleResults } from '../../helpers/samples.ts'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

type Record = keyof (typeof WORDS)['ko']['about']['privacy']['record']

/** As what the page speaks of each collection; null where nothing is about one person. */
const RECORD_OF: { readonly [collection: string]: Record | null } = {
  participants: 'participant',
  identities: 'identity',
  invites: 'slip',
  'tasks/*/revisions/*/stances': 'stance',
  ballots: 'ballot',
  'tasks/*/comments': 'comment',
  'tasks/*/comments/*/edits': 'comment',
  'tasks/*/comments/*/reactions': 'reaction',
  reports: 'report',
  staff: 'staff',
  responses: 'work',
  reviews: 'work',
  presence: 'work',
  drafts: 'work',
  auditLog: 'work',
  tasks: null,
  'tasks/*/revisions': null,
  'tasks/*/revisions/*/stanceTallies': null,
  ballotTallies: null,
  results: null,
  themes: null,
  settings: null,
}

it('each collection of the rules is known, and whether it is about somebody', () => {
  expect(Object.keys(RECORD_OF).toSorted()).toEqual(collectionsOfRules())
})

describe.each(LANGUAGES)('what is stored of people, in %s', (lang) => {
  const { privacy } = WORDS[lang].about

  beforeEach(async () => {
    const client = testClient()
    client.setQueryData(resultsQuery.queryKey, sampleResults())
    await renderInApp(<AboutPage />, { lang, path: '/about', client })
  })

  it('is on the page about this site, of every collection, with what and for whom', () => {
    // What is not in the database is Firebase’s account to sign in with.
    const about = [...new Set(Object.values(RECORD_OF)).add('account')].filter((record) => record !== null)
    expect(Object.keys(privacy.record).toSorted()).toEqual(about.toSorted())
    for (const record of about) {
      const { name, content, readers } = privacy.record[record]
      const [term] = screen.getAllByRole('term').filter(({ textContent }) => textContent === name)
      const said = term?.nextElementSibling as HTMLElement
      expect(said.textContent).toContain(content)
      expect(within(said).getByText(privacy.readers.replace('{{readers}}', readers))).toBeTruthy()
    }
  })

  it('says of whatever holds the account number that it does', () => {
    const accountNumber = lang === 'ko' ? '계정 번호' : /account number/i
    expect(Object.values(privacy.record).filter(({ content }) => !content.match(accountNumber))).toEqual([])
  })
})
