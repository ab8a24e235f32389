import type { PointerEvent } from 'react'
import type { CommentPage } from '#data/comment-lists.ts'

// A button acts when it is let go, about a tenth of a second after it was pressed. What it will ask for is asked when it
// is pressed, and is often there by then. Who lets go elsewhere has had 20 comments read for nothing.

/** How long an answer is good for that nobody took, in milliseconds: as long as a list is. */
const GOOD_MS = 30_000

let last: { readonly name: string; readonly at: number; readonly page: Promise<CommentPage> } | null = null

/** Whether a press is likely to become a click. A finger presses to scroll, too. */
export const isMeant = ({ isPrimary, button, pointerType }: PointerEvent): boolean =>
  isPrimary && button === 0 && pointerType !== 'touch'

/** Asks for a page that is likely to be wanted in a moment. @param name what tells it from others */
export function askAhead(name: string, read: () => Promise<CommentPage>): void {
  if (isGood(name)) return
  const page = read()
  last = { name, at: Date.now(), page }
  // Whoever has taken it hears of what went wrong. Nobody else needs to: the next one asks anew.
  page.catch(() => {
    if (last?.page === page) last = null
  })
}

/** The page that was asked for ahead, once; null if it was not, or too long ago. */
export function takeAhead(name: string): Promise<CommentPage> | null {
  if (!isGood(name)) return null
  const page = last?.page ?? null
  last = null
  return page
}

const isGood = (name: string): boolean => last?.name === name && Date.now() - last.at < GOOD_MS
