import { useMemo } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import {
  ALL_COMMENTS,
  addressOfFilter,
  type FilterKey,
  filterFromAddress,
  type InboxFilter,
} from '#domain/inbox-filter.ts'

/** The filter that stands in the address, so that it can be shared, kept and come back to. */
export function useFilter() {
  const [params, setParams] = useSearchParams()
  const address = params.toString()
  const filter = useMemo(() => filterFromAddress(new URLSearchParams(address)), [address])
  const set = (next: InboxFilter) => setParams(addressOfFilter(next), { replace: true })
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

/** The comment that is open, and how to open another: each has an address within the inbox, with the same filter. */
export function useOpenComment(base: string) {
  const navigate = useNavigate()
  const { search } = useLocation()
  return {
    open: (id: string, isMove = false) => navigate(`${base}/${id}${search}`, { replace: isMove }),
    close: () => navigate(`${base}${search}`),
    hrefOf: (id: string) => `${base}/${id}${search}`,
    listHref: `${base}${search}`,
  }
}
