/** A function of the rules: where its body is (a report names expressions by offset), and which others it calls. */
export type RulesFunction = {
  readonly name: string
  readonly body: { readonly includes: (offset: number) => boolean }
  readonly calls: ReadonlySet<string>
}

const DECLARATION = /function (\w+)\([^)]*\) \{/g

/** Finds every function in the text of the rules. */
export function readFunctions(rules: string): RulesFunction[] {
  return [...rules.matchAll(DECLARATION)].map((declaration) => {
    const start = declaration.index + declaration[0].length
    const end = closingBrace(rules, start)
    return {
      name: declaration[1] ?? '',
      body: { includes: (offset) => start <= offset && offset < end },
      calls: new Set([...rules.slice(start, end).matchAll(/(\w+)\(/g)].map(([, name = '']) => name)),
    }
  })
}

function closingBrace(rules: string, start: number): number {
  let depth = 1
  for (let at = start; at < rules.length; at += 1) {
    if (rules[at] === '{') depth += 1
    if (rules[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new Error('unbalanced braces in the rules')
}
