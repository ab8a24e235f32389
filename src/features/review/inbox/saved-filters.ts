import { storage } from '#data/storage.ts'
import { addressOfFilter, filterFromAddress, type InboxFilter } from '#domain/inbox-filter.ts'

/** A filter that somebody has given a name, by its address. */
export type SavedFilter = { readonly name: string; readonly address: string }

const keyOf = (uid: string) => `review-filters:${uid}`

const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'address' in value &&
  typeof value.name === 'string' &&
  typeof value.address === 'string'

/** The filters that somebody keeps on this device. What another version of the app left and nobody can read is left out. */
export function savedFilters(uid: string): readonly SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(storage.read(keyOf(uid)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSaved) : []
  } catch {
    return []
  }
}

const keep = (uid: string, filters: readonly SavedFilter[]): readonly SavedFilter[] => {
  storage.write(keyOf(uid), JSON.stringify(filters))
  return filters
}

/** Keeps a filter under a name; the one that had the name before gives way. @returns all that are kept now */
export const saveFilter = (uid: string, name: string, filter: InboxFilter): readonly SavedFilter[] =>
  keep(uid, [
    ...savedFilters(uid).filter((saved) => saved.name !== name),
    { name, address: addressOfFilter(filter).toString() },
  ])

export const forgetFilter = (uid: string, name: string): readonly SavedFilter[] =>
  keep(
    uid,
    savedFilters(uid).filter((saved) => saved.name !== name),
  )

export const filterOf = ({ address }: SavedFilter): InboxFilter => filterFromAddress(new URLSearchParams(address))
