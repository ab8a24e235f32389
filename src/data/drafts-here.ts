// What every page needs of drafts: who signs out leaves none to the next one. The rest comes where somebody writes.

/** How the keys of all drafts begin. */
export const DRAFTS = 'draft:'

/** Drafts that the device could not keep, by key: they are there as long as this page lives. */
export const here = new Map<string, string>()

/** What the draft under a key is called, and whose it is; null if it was begun by somebody who was not signed in. */
export function readKey(key: string): { readonly name: string; readonly uid: string | null } {
  const [name = '', uid = null] = key.slice(DRAFTS.length).split('@')
  return { name, uid }
}

/** Answers while joining and the slip for it: the device's, and nothing that anybody would miss. */
export const OF_JOINING: readonly string[] = ['join', 'slip']

/** Who signs out where nothing is kept leaves no words to the next one: only the device would tell whose they were. */
export function forgetNobodys(): void {
  for (const key of here.keys()) {
    const { name, uid } = readKey(key)
    if (uid === null && !OF_JOINING.includes(name)) here.delete(key)
  }
}
