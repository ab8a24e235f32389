const BLOCK = /match (\/\S+) \{|[{}]/g
const DATABASE = '/databases/{database}/documents'

/** The paths of all `match` blocks, each within those around it: “tasks/{task}/comments/{comment}”. */
export function readMatches(rules: string): string[] {
  const open: string[] = []
  const found: string[] = []
  for (const [sign, path = ''] of rules.matchAll(BLOCK)) {
    if (sign === '}') open.pop()
    else open.push(path)
    if (path !== '') found.push(open.join('').slice(DATABASE.length + 1))
  }
  if (open.length > 0) throw new Error('unbalanced braces in the rules')
  return found.filter((path) => path !== '')
}
