const nextFrame = () =>
  new Promise<void>((resolve) => {
    // A page in the background draws no frames: do not wait for them there.
    if (document.visibilityState === 'hidden') resolve()
    else requestAnimationFrame(() => resolve())
  })

/** Resolves once what is on the page now has been painted: nothing of Firebase is loaded before that. */
export async function painted(): Promise<void> {
  await nextFrame()
  await nextFrame()
}
