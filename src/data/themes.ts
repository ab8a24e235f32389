import { collection, doc, getDocs, limit, query } from 'firebase/firestore/lite'
import * as v from 'valibot'
import type { Localized } from '#domain/language.ts'
import type { Theme } from '#domain/review.ts'
import { commit } from './commit.ts'
import { db } from './firestore.ts'
import { STAFF_PAGE } from './in-order.ts'
import { actor, log, newEntryId } from './log-entry.ts'
import { localized, parseOrSkip } from './schemas.ts'

const themeSchema = v.object({ label: localized })

const themes = collection(db, 'themes')

/** All themes, 500 at most. Costs a read a theme, and at least one. */
export async function readThemes(): Promise<readonly Theme[]> {
  const { docs } = await getDocs(query(themes, limit(STAFF_PAGE)))
  return docs.flatMap((found): Theme[] => {
    const fields = parseOrSkip(themeSchema, found.ref.path, found.data())
    return fields ? [{ id: found.id, ...fields }] : []
  })
}

async function write({ id, label }: Theme): Promise<Theme> {
  const byUid = await actor()
  await commit((batch) => {
    const logEntry = newEntryId()
    batch.set(doc(themes, id), { label, logEntry })
    log(batch, logEntry, { action: 'theme', target: id, byUid, reason: `${label.ko} / ${label.en}` })
  })
  return { id, label }
}

/** A new theme, with an entry in the log. @throws DataError … */
export const addTheme = (label: Localized): Promise<Theme> => write({ id: doc(themes).id, label })

/** Another name for a theme, with an entry in the log: comments keep the theme. @throws DataError … */
export const renameTheme = (id: string, label: Localized): Promise<Theme> => write({ id, label })
