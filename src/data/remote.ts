import { DataError, toDataError } from './errors.ts'
import { painted } from './painted.ts'
import { renewSignIn } from './session.ts'

/** How long an answer may take before it counts as lost; every write is safe to send again. */
const PATIENCE_MS = 15_000

/** Whether nobody waits for something any more: then nothing of it is to be written, since its place may be another's. */
export type IsLost = () => boolean

/**
 * Where a token was old without the device knowing, it is done at once with a new one: all that is done here may be done twice.
 */
async function renewed<Result>(run: () => Promise<Result>, isLost: IsLost): Promise<Result> {
  for (let isAgain = false; ; isAgain = true) {
    const began = performance.now()
    try {
      return await run()
    } catch (error) {
      const failure = toDataError(error)
      if (failure.kind !== 'signed-out') throw failure
      const outcome = await renewSignIn(began)
      if (outcome === 'ended') throw failure
      // Where nobody can tell, that is no sign-out.
      if (outcome === 'held' || isAgain || isLost()) throw new DataError('offline', failure)
    }
  }
}

/** Does something and waits for its answer, though not longer than an answer may take. @throws DataError */
export async function inTime<Result>(run: (isLost: IsLost) => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const isLost = () => isOver
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isOver = true
      reject(new DataError('offline'))
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([renewed(() => run(isLost), isLost), lost])
  } catch (error) {
    throw toDataError(error)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Modules that are here, by what loads them. To import one again takes a turn of the event loop, in which what is drawn
 * goes first: a question would leave after it.
 */
const here = new WeakMap<() => Promise<unknown>, unknown>()

async function loaded<Module>(load: () => Promise<Module>): Promise<Module> {
  const module = await load()
  here.set(load, module)
  return module
}

/**
 * Runs something of a collection's module. The module, and Firestore with it, is loaded the first time it is needed
 * and never before the first paint: a feature names it by a dynamic import and nothing else. Where it comes too late,
 * nothing is run; what runs is told whether it is too late by now.
 * @example remote(() => import('#data/tasks.ts'), ({ readTask }) => readTask('t1'))
 * @throws DataError whatever goes wrong: no connection, no answer in time, a refusal
 */
export const remote = <Module, Result>(
  load: () => Promise<Module>,
  run: (module: Module, isLost: IsLost) => Promise<Result>,
): Promise<Result> =>
  inTime((isLost) =>
    here.has(load)
      ? run(here.get(load) as Module, isLost)
      : painted()
          .then(() => loaded(load))
          .then((module) => {
            if (isLost()) throw new DataError('offline')
            return run(module, isLost)
          }),
  )
