import { type Deed, neededComment, taskOf } from './deed.ts'
import { taskNumber } from './plan.ts'

/** Where something that somebody did shows, and what of it came back: the address within this site, after the language. */
export function addressOf(deed: Deed): string {
  const task = taskOf(deed)
  if (task === null) return '/priorities#stickers'
  const page = `/tasks/${taskNumber(task)}`
  // Among all voices it may be far down, or no more: by its own address there is a place for what was written to it.
  const comment = neededComment(deed)
  if (comment !== null) return `${page}/comments/${comment}`
  return `${page}${deed.kind === 'stance' ? '#stance' : '#voices'}`
}
