// Locks that all tabs of this browser share. Very old browsers have none, and where the browser lets this site keep nothing,
// whatever is asked of them is refused: then each tab goes its own way.

/**
 * Does something under a lock, or without one where there are none.
 * @param act is told whether the lock is its own: not so only with `ifAvailable`, where another one holds it
 */
export async function locked<Result>(
  name: string,
  how: LockOptions,
  act: (isOwn: boolean) => Promise<Result>,
): Promise<Result> {
  if (!('locks' in navigator)) return act(true)
  let hasBegun = false
  try {
    return await navigator.locks.request(name, how, async (lock) => {
      hasBegun = true
      return act(lock !== null)
    })
  } catch (error) {
    // What went wrong under the lock is not done again without it.
    if (hasBegun) throw error
    return act(true)
  }
}

/** Whether any tab holds a lock, as far as that can be known. */
export async function isLocked(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return false
  try {
    const { held } = await navigator.locks.query()
    return held?.some((lock) => lock.name === name) ?? false
  } catch {
    return false
  }
}
