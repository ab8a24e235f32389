import { useSyncExternalStore } from 'react'

export type Toast = {
  readonly id: number
  readonly text: string
  /** One thing to do about it. With it, the toast stays until it is dismissed. */
  readonly action?: {
    readonly label: string
    readonly run: () => void
    /** It brings something back that would go with the toast: then it stays beside others with the same words. */
    readonly isUndo?: boolean
  }
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/**
 * Says something short that concerns no single place of the page. The same words are not said twice at a time, unless there
 * are several things to undo.
 * @returns its id
 */
export function showToast(toast: Omit<Toast, 'id'>): number {
  change([...toasts.filter(({ text, action }) => action?.isUndo || text !== toast.text), { ...toast, id: ++lastId }])
  return lastId
}

export const isShown = (id: number): boolean => toasts.some((toast) => toast.id === id)

/** What can be undone was done by somebody who is here no more. */
export const dismissUndos = (): void => change(toasts.filter(({ action }) => !action?.isUndo))

export const dismissToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const current = () => toasts

/** The toasts shown now, oldest first. */
export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, current, current)
