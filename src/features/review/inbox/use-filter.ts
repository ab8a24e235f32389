import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import {
  ALL_COMMENTS,
  addressOfFilter,
  type FilterKey,
  filterFromAddress,
  type InboxFilter,
} from '#domain/inbox-filter.ts'

const filterOf = (address: string): InboxFilter => filterFromAddress(new URLSearchParams(address))

/**
 * The filter that stands in the address, so that it can be shared, kept and come back to. The router takes its time with
 * a new address; who types fast must not lose a letter by that, so the filter is kept here and the address follows.
 */
export function useFilter() {
  const [params, setParams] = useSearchParams()
  const address = params.toString()
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

/** How to open a comment and another: each has an address within the inbox, with the same filter. */
export function useOpenComment(base: string, filter: InboxFilter) {
  const navigate = useNavigate()
  const address = addressOfFilter(filter).toString()
  const search = address === '' ? '' : `?${address}`
  return {
    open: (id: string, isMove = false) => navigate(`${base}/${id}${search}`, { replace: isMove }),
    close: () => navigate(`${base}${search}`),
    hrefOf: (id: string) => `${base}/${id}${search}`,
    listHref: `${base}${search}`,
  }
}
