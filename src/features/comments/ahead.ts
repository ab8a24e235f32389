import type { CommentPage } from '#data/comment-lists.ts'

// A button acts when it is let go, about a tenth of a second after it was pressed. What it will ask for is asked when it
// is pressed, and is often there by then. Who lets go elsewhere has had 20 comments read for nothing, once.

/** How long an answer is good for that nobody took, in milliseconds. */
const GOOD_MS = 5_000

let last: { readonly name: string; readonly at: number; readonly page: Promise<CommentPage> } | null = null

/** Asks for a page that is likely to be wanted in a moment. @param name what tells it from others */
export function askAhead(name: string, read: () => Promise<CommentPage>): void {
  if (isGood(name)) return
  const page = read()
  // Whoever takes it hears of what went wrong; if nobody does, nobody needs to.
  page.catch(() => {})
  last = { name, at: Date.now(), page }
}

/** The page that was asked for ahead, once; null if it was not, or too long ago. */
export function takeAhead(name: string): Promise<CommentPage> | null {
  const page = isGood(name) ? last?.page : null
  last = null
  return page ?? null
}

const isGood = (name: string): boolean => last?.name === name && Date.now() - last.at < GOOD_MS
