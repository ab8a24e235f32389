import type { Lang } from '#domain/language.ts'
import type { TaskId, TaskIn } from '#domain/plan.ts'
import type { Revision } from '#domain/revision.ts'

/** The plan as it was when the app was built: one file a task and language, no Firebase. */
const tasks: Readonly<Record<Lang, Record<TaskId, () => Promise<{ readonly task: TaskIn }>>>> = {
  ko: {
    t1: () => import('virtual:plan/t1/ko'),
    t2: () => import('virtual:plan/t2/ko'),
    t3: () => import('virtual:plan/t3/ko'),
    t4: () => import('virtual:plan/t4/ko'),
    t5: () => import('virtual:plan/t5/ko'),
    t6: () => import('virtual:plan/t6/ko'),
  },
  en: {
    t1: () => import('virtual:plan/t1/en'),
    t2: () => import('virtual:plan/t2/en'),
    t3: () => import('virtual:plan/t3/en'),
    t4: () => import('virtual:plan/t4/en'),
    t5: () => import('virtual:plan/t5/en'),
    t6: () => import('virtual:plan/t6/en'),
  },
}

/** A failure stays one for a moment: asked for anew at each render, it would never reach anybody. */
const FORGET_MS = 5000

/** One promise for the same ones: React's `use` wants it each time. A file that did not come is asked for again. */
function kept<Names extends readonly string[], T>(
  load: (...names: Names) => Promise<T>,
): (...names: Names) => Promise<T> {
  const loaded = new Map<string, Promise<T>>()
  return (...names) => {
    const key = names.join()
    const promise = loaded.get(key) ?? load(...names)
    if (!loaded.has(key)) {
      loaded.set(key, promise)
      promise.catch(() => setTimeout(() => loaded.delete(key), FORGET_MS))
    }
    return promise
  }
}

/** The text of a task that came with the app. */
export const builtTask = kept(async (id: TaskId, lang: Lang) => (await tasks[lang][id]()).task)

/** The revisions of a task that came with the app, newest first. */
export const builtRevisions = kept(
  async (id: TaskId): Promise<readonly Revision[]> => (await import('virtual:plan/revisions')).revisions[id],
)
