import { describe, expect, it } from 'vitest'
import { inLanguage, innerAddress } from '../../../src/app/links.ts'

describe('an address to send somebody on to', () => {
  it.each(['/ko', '/en', '/ko/', '/ko/tasks/3', '/en/tasks/3?sort=new#voices', '/ko?x=1', '/en#stance'])(
    '%s is followed',
    (address) => expect(innerAddress(address)).toBe(address),
  )

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/ko\\..\\..\\evil.example',
    '/ko/\\evil.example',
    '/ko/tasks\\3',
    'https://evil.example/ko',
    'https:evil.example',
    'http:/ko',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//ko',
    'data:text/html,ko',
    'ko/tasks/1',
    '@evil.example/ko',
    '/ko@evil.example',
    '/ko.evil.example',
    '/ko:80@evil.example',
    '/kok',
    '/KO',
    '/',
    '/fr/tasks/1',
    '/\t/evil.example',
    '\t//evil.example',
    ' /ko',
    '/%2fevil.example',
    '/./ko',
    '/?next=/ko',
    '/#/ko',
    '',
  ])('%j is not', (address) => expect(innerAddress(address)).toBeNull())

  it('may be missing', () => expect(innerAddress(null)).toBeNull())

  it('stays on this site, however a browser reads it', () => {
    const here = 'https://madang.example'
    for (const path of ['/ko//evil.example', '/ko/../..//evil.example', '/en?//evil.example', '/en#//evil.example']) {
      const followed = innerAddress(path)
      if (followed !== null) expect(new URL(followed, here).origin).toBe(here)
    }
  })
})

describe('the same page in the other language', () => {
  const at = (pathname: string, search = '', hash = '') => ({ pathname, search, hash })

  it('keeps page, query and hash', () => {
    expect(inLanguage('en', at('/ko/tasks/3', '?sort=new', '#voices'))).toBe('/en/tasks/3?sort=new#voices')
    expect(inLanguage('ko', at('/en/join', '?next=%2Fen%2Ftasks%2F1'))).toBe('/ko/join?next=%2Fen%2Ftasks%2F1')
  })

  it('of the home page is the home page', () => {
    expect(inLanguage('en', at('/ko'))).toBe('/en')
    expect(inLanguage('en', at('/ko/'))).toBe('/en/')
    expect(inLanguage('en', at('/'))).toBe('/en')
  })

  it('changes the first part of the path only', () => {
    expect(inLanguage('en', at('/ko/ko/ko'))).toBe('/en/ko/ko')
  })
})
