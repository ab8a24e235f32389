import { afterEach, expect, it, vi } from 'vitest'
import { allowScripts, SERVICE_WORKER } from '#data/trusted-scripts.ts'

type Rules = { createScriptURL(url: string): string }

afterEach(() => {
  vi.unstubAllGlobals()
})

it('lets in the own service worker and Google’s script, and nothing else', () => {
  const createPolicy = vi.fn((_name: string, _rules: Rules) => {})
  vi.stubGlobal('trustedTypes', { createPolicy })
  vi.stubGlobal('location', { origin: 'https://madang.example', href: 'https://madang.example/ko/tasks/1' })
  allowScripts()
  allowScripts()
  expect(createPolicy).toHaveBeenCalledTimes(1)
  const [name, rules] = createPolicy.mock.calls[0] ?? []
  expect(name).toBe('default')
  for (const url of [SERVICE_WORKER, 'https://madang.example/sw.js', 'https://apis.google.com/js/api.js']) {
    expect(rules?.createScriptURL(url)).toBe(url)
  }
  for (const url of [
    'sw.js',
    '/other.js',
    'https://evil.example/sw.js',
    '//evil.example/sw.js',
    'data:text/javascript,alert(1)',
    'https://apis.google.com.evil.example/js/api.js',
    'https://apis.google.com/other/api.js',
    // Only where the page was built with App Check.
    'https://www.google.com/recaptcha/enterprise.js',
  ]) {
    expect(() => rules?.createScriptURL(url), url).toThrow(TypeError)
  }
})
