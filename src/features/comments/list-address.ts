import { ALL_NEWEST, type CommentList, isSort } from '#domain/comment-list.ts'
import { isLang } from '#domain/language.ts'
import type { TaskIn } from '#domain/plan.ts'
import { isRole } from '#domain/roles.ts'

// How a list of comments is written in an address, so that it can be shared: ?sort=agreed&group=student&part=s2&written=ko

/** The list that an address asks for. What there is not, such as a part the task no longer has, is not asked for. */
export function listIn(address: URLSearchParams, { subtasks }: Pick<TaskIn, 'subtasks'>): CommentList {
  const [sort, role, part, lang] = ['sort', 'group', 'part', 'written'].map((name) => address.get(name))
  return {
    sort: isSort(sort) ? sort : ALL_NEWEST.sort,
    role: isRole(role) ? role : null,
    subtaskId: subtasks.find(({ id }) => id === part)?.id ?? null,
    lang: isLang(lang) ? lang : null,
  }
}

/** The same address with another list; whatever else it says stays. */
export function withList(address: URLSearchParams, { sort, role, subtaskId, lang }: CommentList): URLSearchParams {
  const changed = new URLSearchParams(address)
  const values = { sort: sort === ALL_NEWEST.sort ? null : sort, group: role, part: subtaskId, written: lang }
  for (const [name, value] of Object.entries(values)) {
    if (value === null) changed.delete(name)
    else changed.set(name, value)
  }
  return changed
}
