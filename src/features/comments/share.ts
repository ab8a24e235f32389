/** Whether the device has a way of its own to hand a link on. */
export const canShare = (): boolean => typeof navigator.share === 'function'

/**
 * Hands a link on: by the device's own way, or into the clipboard.
 * @returns what became of it; null if the device says so itself, or if somebody changed their mind
 */
export async function shareLink(url: string): Promise<'copied' | 'notCopied' | null> {
  if (canShare()) {
    // Closing the device's own window is no failure.
    await navigator.share({ url }).catch(() => {})
    return null
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'notCopied'
  }
}
