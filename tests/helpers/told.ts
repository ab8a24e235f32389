import { dismissToast, useToasts } from '#components/toasts.ts'

let toasts: ReturnType<typeof useToasts> = []

/** Draws nothing: hears what is told beside the page. */
export function Toasts() {
  toasts = useToasts()
  return null
}

/** What has been told. */
export const told = (): readonly string[] => toasts.map(({ text }) => text)

/** The next test begins with nothing told. */
export const forgetTold = (): void => {
  for (const { id } of toasts) dismissToast(id)
}
