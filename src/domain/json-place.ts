/** What can be missing where a text is no JSON. */
export type MissingInJson = 'comma' | 'name' | 'colon' | 'value' | 'end'

/** What is no JSON, and in which line: they are counted from 1. */
export class JsonError extends Error {
  override readonly name = 'JsonError'
  readonly missing: MissingInJson
  readonly line: number

  constructor(missing: MissingInJson, line: number) {
    super(`${missing} in line ${line}`)
    this.missing = missing
    this.line = line
  }
}

type Path = readonly (string | number)[]

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const SPACE = /[\t\n\r ]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in a string
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * The line of each value of a JSON text, by its path: JSON.parse() says nothing of where things stand, and engines word
 * its errors in their own ways.
 * @throws JsonError at the first place that is no JSON
 */
export function linesOf(text: string): (path: Path) => number {
  const lines = new Map<string, number>()
  let offset = 0

  const fail = (missing: MissingInJson): never => {
    throw new JsonError(missing, lineAt(text, offset))
  }
  const skip = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) offset += found.length
    return found
  }
  const take = (sign: string): boolean => {
    skip(SPACE)
    if (text[offset] !== sign) return false
    offset += 1
    return true
  }

  const list = (end: string, item: (index: number) => void) => {
    if (take(end)) return
    for (let index = 0; ; index++) {
      item(index)
      if (take(end)) return
      if (!take(',')) fail('comma')
    }
  }

  const value = (path: Path) => {
    skip(SPACE)
    lines.set(JSON.stringify(path), lineAt(text, offset))
    if (take('{')) {
      list('}', () => {
        skip(SPACE)
        const start = offset
        const name = skip(STRING) ?? fail('name')
        if (!take(':')) fail('colon')
        value([...path, JSON.parse(name) as string])
        // A field is where its name is, though its value may begin further down.
        lines.set(JSON.stringify([...path, JSON.parse(name) as string]), lineAt(text, start))
      })
    } else if (take('[')) list(']', (index) => value([...path, index]))
    else if (skip(STRING) === null && skip(OTHER) === null) fail('value')
  }

  value([])
  skip(SPACE)
  if (offset < text.length) fail('end')
  // What is missing has no line: the thing that lacks it has.
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const line = lines.get(JSON.stringify(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return 1
  }
}
