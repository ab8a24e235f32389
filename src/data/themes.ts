import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Localized } from '#domain/language.ts'
import type { Theme } from '#domain/review.ts'
import { db } from './firestore.ts'
import { STAFF_PAGE } from './in-order.ts'
import { actor, log } from './log-entry.ts'
import { localized, parseOrSkip } from './schemas.ts'
import { beginSending, sendOnce } from './unanswered.ts'

const themeSchema = v.object({ label: localized })

const themes = () => collection(db, 'themes')

/** All themes, 500 at most. Costs a read a theme, and at least one. */
export async function readThemes(): Promise<readonly Theme[]> {
  const { docs } = await getDocs(query(themes(), limit(STAFF_PAGE)))
  return docs.flatMap((found): Theme[] => {
    const fields = parseOrSkip(themeSchema, found.ref.path, found.data())
    return fields ? [{ id: found.id, ...fields }] : []
  })
}

/** @param known null for a new one, which is called as its entry in the log: sent again, it is the same theme */
async function write(known: string | null, label: Localized): Promise<Theme> {
  const byUid = await actor()
  const reason = `${label.ko} / ${label.en}`
  // Several new ones may be on their way, each in a tab of its own.
  const sending = beginSending(byUid, `theme:${known ?? encodeURIComponent(reason)}`, label)
  const id = known ?? sending.entry
  const theme = doc(themes(), id)
  await sendOnce(
    sending,
    (batch, logEntry) => {
      batch.set(theme, { label, logEntry })
      log(batch, logEntry, { action: 'theme', target: id, byUid, reason })
    },
    async () => (await getDoc(theme)).get('logEntry'),
  )
  return { id, label }
}

/** A new theme, with an entry in the log. @throws DataError … */
export const addTheme = (label: Localized): Promise<Theme> => write(null, label)

/**
 * Another name for a theme, with an entry in the log: comments keep the theme.
 * @throws DataError `conflict` if it was sent before and somebody has named it otherwise since …
 */
export const renameTheme = (id: string, label: Localized): Promise<Theme> => write(id, label)
