const nextFrame = () =>
  new Promise<void>((resolve) => {
    // A page in the background draws no frames: do not wait for them there.
    if (document.visibilityState === 'hidden') resolve()
    else requestAnimationFrame(() => resolve())
  })

/** Resolves once what stands on the page now has been painted. */
export async function nextPaint(): Promise<void> {
  await nextFrame()
  await nextFrame()
}

let first: Promise<void> | undefined

/** Resolves once what the page came with has been painted: nothing of Firebase is loaded before that. */
export const painted = (): Promise<void> => (first ??= nextPaint())
