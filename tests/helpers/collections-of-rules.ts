import { readFileSync } from 'node:fs'

// Of tasks/{task}/comments/{comment}, tasks/*/comments, as in a manifest.
/** The collections that the rules speak of. */
export function collectionsOfRules(): string[] {
  const within: string[] = []
  const found = new Set<string>()
  for (const [, indent = '', path = ''] of readFileSync('firestore.rules', 'utf8').matchAll(
    /^( +)match \/(.+) \{$/gm,
  )) {
    // The outermost is the database.
    const depth = indent.length / 2 - 1
    within.splice(depth, within.length, path)
    const names = within.slice(1).join('/').split('/')
    // What all collections of one name have in common is no further collection.
    if (depth > 0 && !path.includes('=**'))
      found.add(
        names
          .slice(0, -1)
          .join('/')
          .replace(/\{\w+\}/g, '*'),
      )
  }
  return [...found].toSorted()
}
