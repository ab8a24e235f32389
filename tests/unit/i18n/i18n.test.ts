import { getI18n } from 'react-i18next'
import { expect, it } from 'vitest'
import { languageReady } from '#i18n/i18n.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { WORDS } from '../../helpers/words.ts'

// First, while the English texts are still to be loaded.
it('ends in the language asked for last, even if an earlier one arrives later', async () => {
  await languageReady('ko')
  const slow = languageReady('en')
  const last = languageReady('ko')
  await Promise.all([slow, last])
  expect(getI18n().language).toBe('ko')
})

it('stays the same promise as long as the language does', () => {
  expect(languageReady('ko')).toBe(languageReady('ko'))
})

it('한국어와 영어를 오가며 그 언어의 글을 보여 준다', async () => {
  await languageReady('ko')
  expect(getI18n().t('name')).toBe('서울교육마당')
  await languageReady('en')
  expect(getI18n().t('name')).toBe('Seoul Education Madang')
})

it('escapes nothing: React does that, and twice is once too often', async () => {
  await languageReady('en')
  await pageTextsReady('en', 'comments')
  expect(getI18n().t('comments:item.about', { subtask: '<A & B>' })).toBe('About “<A & B>”')
})

it('참여하기 글은 참여하는 사람에게만, 그 언어로 불러온다', async () => {
  await languageReady('ko')
  expect(getI18n().hasResourceBundle('ko', 'join')).toBe(false)
  await pageTextsReady('ko', 'join')
  expect(getI18n().t('join:title')).toBe('참여하기')
})

it('brings the words of what is on the page along into the other language', async () => {
  await languageReady('ko')
  await pageTextsReady('ko', 'about')
  await languageReady('en')
  expect(getI18n().t('about:title')).toBe(WORDS.en.about.title)
})

it('한 페이지의 글은 그 페이지와 함께 한 번만 불러온다', async () => {
  await languageReady('en')
  expect(pageTextsReady('en', 'history')).toBe(pageTextsReady('en', 'history'))
  await pageTextsReady('en', 'history')
  expect(getI18n().t('history:current')).toBe('Current text')
  expect(getI18n().hasResourceBundle('en', 'not-found')).toBe(false)
})
