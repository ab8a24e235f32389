import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allowing, deployedHosting, FOR_APP_CHECK, firebaseJson, hostingFor } from '../../../scripts/lib/hosting.ts'

const OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
// For a screen that a class looks at.
const PRESENTING = { fullscreen: '(self)' }

const policyOf = (hosting: { headers: { headers: { key: string; value: string }[] }[] }): Map<string, string> => {
  const header = hosting.headers.flatMap(({ headers }) => headers).find(({ key }) => key === 'Content-Security-Policy')
  const directives = header?.value.split('; ') ?? []
  return new Map(directives.map((directive) => [directive.split(' ')[0] ?? '', directive]))
}

const { hosting } = firebaseJson()
const deployed = policyOf(hosting)

describe('the headers of every page', () => {
  const everywhere = hosting.headers.find(({ source }) => source === '**')?.headers ?? []
  const headers = new Map(everywhere.map(({ key, value }) => [key, value]))

  it.each([
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin'],
    // Google's window of signing in tells the page how it went.
    ['Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
  ])('%s is %s', (key, value) => expect(headers.get(key)).toBe(value))

  it('turn off what a device could tell or do, but for the whole screen', () => {
    const features = (headers.get('Permissions-Policy') ?? '').split(', ').map((feature) => feature.split('='))
    expect(Object.fromEntries(features)).toEqual({
      ...Object.fromEntries(OFF.map((name) => [name, '()'])),
      ...PRESENTING,
    })
    expect(features).toHaveLength(OFF.length + 1)
  })

  it('are taken back for no part of the site', () => {
    const others = hosting.headers.filter(({ source }) => source !== '**').flatMap((rule) => rule.headers)
    expect(new Set(others.map(({ key }) => key))).toEqual(new Set(['Cache-Control']))
    expect(new Set(headers.keys()).size).toBe(everywhere.length)
  })
})

describe('the Content-Security-Policy', () => {
  it('allows no code in the page and nothing it does not name', () => {
    expect(deployed.get('default-src')).toBe("default-src 'none'")
    expect([...deployed.values()].join(' ')).not.toMatch(/unsafe-|\*(?!\.firebaseapp\.com)/)
  })

  it('has no directives but these: a plug-in, a video or a frame of ours falls under the first', () => {
    expect([...deployed.keys()]).toEqual([
      'default-src',
      'script-src',
      'style-src',
      'img-src',
      'font-src',
      'connect-src',
      'frame-src',
      'manifest-src',
      'worker-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
      'require-trusted-types-for',
      'trusted-types',
    ])
  })

  it.each([
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'frame-src https://*.firebaseapp.com',
  ])('says %s', (directive) => expect(deployed.get(directive.split(' ')[0] ?? '')).toBe(directive))

  it('lets pages speak to Firebase and load Google’s part of signing in, nothing else', () => {
    const sources = (name: string) =>
      deployed
        .get(name)
        ?.split(' ')
        .filter((source) => !/^'sha256-/.test(source))
    expect(sources('script-src')).toEqual([
      'script-src',
      "'self'",
      // As src/data/trusted-scripts.ts has it.
      'https://apis.google.com/js/',
      'https://apis.google.com/_/scs/',
    ])
    expect(sources('connect-src')).toEqual([
      'connect-src',
      "'self'",
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://firestore.googleapis.com',
      'https://apis.google.com',
    ])
  })

  it.each(['index.html', 'scripts/lib/door.html', 'scripts/lib/life.html'])(
    'allows the one script that stands in %s',
    (file) => {
      const scripts = [...readFileSync(file, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code)
      expect(scripts).toHaveLength(1)
      const hash = createHash('sha256')
        .update(scripts[0] ?? '')
        .digest('base64')
      expect(deployed.get('script-src')).toContain(`'sha256-${hash}'`)
    },
  )

  it('is the same in the browser tests, but for the addresses of the emulators', () => {
    const tested = policyOf(hostingFor({ auth: '127.0.0.1:9', firestore: '127.0.0.1:8' }))
    for (const [name, directive] of deployed) {
      const added = tested.get(name)?.slice(directive.length)
      if (name === 'connect-src') expect(added).toBe(' http://127.0.0.1:9 http://127.0.0.1:8')
      else if (name === 'frame-src') expect(added).toBe(' http://127.0.0.1:9')
      else expect(tested.get(name)).toBe(directive)
    }
  })

  it.each(['seoul-madang.firebaseapp.com', 'madang.sen.go.kr'])(
    'of a deployment lets in the frame of signing in from %s alone, and is the same otherwise',
    (authDomain) => {
      for (const sources of [{}, FOR_APP_CHECK]) {
        const [any, own] = [policyOf(allowing(sources)), policyOf(deployedHosting(authDomain, sources))]
        const framed = any.get('frame-src')?.replace('https://*.firebaseapp.com', `https://${authDomain}`)
        expect(own).toEqual(any.set('frame-src', framed ?? ''))
        expect([...own.values()].join(' ')).not.toContain('*')
      }
    },
  )

  it.each([
    '',
    '*.firebaseapp.com',
    'https://x.firebaseapp.com',
    "x.kr 'unsafe-inline'",
    'x.kr; script-src *',
    'localhost',
  ])('takes nothing else for a domain: “%s”', (authDomain) =>
    expect(() => deployedHosting(authDomain)).toThrow('is no authDomain'),
  )

  it('lets reCAPTCHA in for App Check alone, by its paths', () => {
    expect([...deployed.values()].join(' ')).not.toContain('recaptcha')
    const checked = policyOf(allowing(FOR_APP_CHECK))
    for (const [name, directive] of deployed) {
      const added = FOR_APP_CHECK[name]
      expect(checked.get(name)).toBe(added === undefined ? directive : `${directive} ${added}`)
    }
    expect([...checked.values()].join(' ')).not.toMatch(/google\.com(?!\/recaptcha\/)(?=[ ;]|$)(?<!apis\.google\.com)/)
  })
})
