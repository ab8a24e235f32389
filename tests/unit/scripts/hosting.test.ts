import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hostingFor } from '../../../scripts/lib/e2e-stack.ts'
import { allowing, FOR_APP_CHECK } from '../../../scripts/lib/hosting.ts'

const policyOf = (hosting: { headers: { headers: { key: string; value: string }[] }[] }): Map<string, string> => {
  const header = hosting.headers.flatMap(({ headers }) => headers).find(({ key }) => key === 'Content-Security-Policy')
  const directives = header?.value.split('; ') ?? []
  return new Map(directives.map((directive) => [directive.split(' ')[0] ?? '', directive]))
}

const deployed = policyOf(JSON.parse(readFileSync('firebase.json', 'utf8')).hosting)

describe('the Content-Security-Policy', () => {
  it('allows no code in the page and nothing it does not name', () => {
    expect(deployed.get('default-src')).toBe("default-src 'none'")
    expect([...deployed.values()].join(' ')).not.toMatch(/unsafe-|\*(?!\.firebaseapp\.com)/)
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
