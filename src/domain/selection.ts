/** What somebody has picked out of a list, by id, and the place from which they go on picking. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null }

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null }

/** One more, or one less. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Everything from where picking began to here as well, in the order of the list. */
export function extended(selection: Selection, list: readonly string[], id: string): Selection {
  const [start, end] = [list.indexOf(selection.anchor ?? id), list.indexOf(id)]
  if (end < 0) return selection
  const from = start < 0 ? end : Math.min(start, end)
  const to = start < 0 ? end : Math.max(start, end)
  return { ids: new Set([...selection.ids, ...list.slice(from, to + 1)]), anchor: list[start] ?? id }
}

/** All of a list and nothing else. */
export const allOf = (list: readonly string[]): Selection => ({ ids: new Set(list), anchor: list[0] ?? null })

/** What is selected and in the list, in its order: nothing is done to what a filter does not show. */
export const selectedOf = <T extends { readonly comment: { readonly id: string } }>(
  { ids }: Selection,
  list: readonly T[],
): readonly T[] => (ids.size === 0 ? [] : list.filter(({ comment }) => ids.has(comment.id)))
