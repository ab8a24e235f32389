import type { QueryClient } from '@tanstack/react-query'
import type { DeedKind } from '#domain/deed.ts'
import { OWN } from './queries.ts'

/** The part of what is one's own in which a deed shows; a report shows in none. */
const PART: Partial<Record<DeedKind, string>> = {
  comment: 'comments',
  edit: 'comments',
  withdraw: 'comments',
  react: 'reactions',
  stance: 'stances',
  ballot: 'ballot',
}

/** A list of reactions costs two reads for each, and several may arrive in a row: they are read after the last one. */
const IN_A_ROW_MS = 1000
let gathering: ReturnType<typeof setTimeout> | undefined

/** Something of somebody's has arrived: where that part of what is theirs is on the page, it is read anew. */
export async function reconcileOwn(client: QueryClient, uid: string, kind: DeedKind): Promise<void> {
  const part = PART[kind]
  if (!part) return
  const queryKey = [...OWN, uid, part]
  const readAgain = async () => {
    // What is on its way may have been read before this arrived.
    await client.cancelQueries({ queryKey })
    await client.invalidateQueries({ queryKey })
  }
  if (kind !== 'react') return readAgain()
  clearTimeout(gathering)
  gathering = setTimeout(readAgain, IN_A_ROW_MS)
}
