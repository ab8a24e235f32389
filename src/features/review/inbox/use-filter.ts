import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import {
  ALL_COMMENTS,
  addressOfFilter,
  type FilterKey,
  filterFromAddress,
  type InboxFilter,
} from '#domain/inbox-filter.ts'

/** What in the address names the comment that is open: it is no page of its own, the list stays as it is. */
const OPEN = 'open'

const filterOf = (address: string): InboxFilter => filterFromAddress(new URLSearchParams(address))

/**
 * The filter that stands in the address, so that it can be shared, kept and come back to. The router takes its time with
 * a new address; who types fast must not lose a letter by that, so the filter is kept here and the address follows.
 */
export function useFilter() {
  const [params, setParams] = useSearchParams()
  const address = addressOfFilter(filterFromAddress(params)).toString()
  const [filter, setFilter] = useState(() => filterOf(address))
  /** Addresses that were asked for here and are still to come. */
  const coming = useRef(new Set<string>())
  const latest = useRef(address)

  useEffect(() => {
    if (address === latest.current) coming.current.clear()
    else if (!coming.current.has(address)) {
      // Somebody went back, or followed a link.
      latest.current = address
      setFilter(filterOf(address))
    }
  }, [address])

  const set = (next: InboxFilter) => {
    const wanted = addressOfFilter(next)
    latest.current = wanted.toString()
    coming.current.add(latest.current)
    setFilter(next)
    const open = params.get(OPEN)
    if (open !== null) wanted.set(OPEN, open)
    setParams(wanted, { replace: true })
  }
  return {
    filter,
    set,
    change: (part: Partial<InboxFilter>) => set({ ...filter, ...part, ...dependent(filter, part) }),
    /** Shows everything again, in the same order. */
    reset: () => set({ ...ALL_COMMENTS, sort: filter.sort }),
    without: (key: FilterKey) => set({ ...filter, [key]: '', ...dependent(filter, { [key]: '' }) }),
  }
}

/** Another task has other subtasks, another district office other districts. */
const dependent = (filter: InboxFilter, part: Partial<InboxFilter>): Partial<InboxFilter> => ({
  ...(part.task !== undefined && part.task !== filter.task && part.subtask === undefined && { subtask: '' }),
  ...(part.office !== undefined && part.office !== filter.office && part.district === undefined && { district: '' }),
})

/** The comment that is open, and how to open another: each has an address, with the same filter. */
export function useOpenComment(filter: InboxFilter) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const hrefOf = (id: string | null) => {
    const address = addressOfFilter(filter)
    if (id !== null) address.set(OPEN, id)
    return `?${address}`
  }
  return {
    openId: params.get(OPEN),
    open: (id: string, isMove = false) => navigate(hrefOf(id), { replace: isMove }),
    close: () => navigate(hrefOf(null)),
    hrefOf,
    listHref: hrefOf(null),
  }
}
